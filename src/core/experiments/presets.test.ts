import { expect, test } from 'vitest';
import { planExperiment } from '../run/plan-experiment.ts';
import { findPreset, presets } from './presets.ts';

test.each(presets.map((preset) => [preset.id, preset] as const))(
  '%s is a valid experiment',
  (_id, preset) => {
    const { cells } = planExperiment(preset.spec);
    expect(cells.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(preset))).toEqual(preset);
  },
);

test('preset ids are unique, and the paper is a part of the id where there is one', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
});

test('an experiment that nothing was cut from is found under the name of the paper’s setting too', () => {
  expect(findPreset('tang-2020/fig-3@paper')?.id).toBe('tang-2020/fig-3');
  expect(findPreset('tang-2020/fig-4a@paper')?.id).toBe('tang-2020/fig-4a');
  expect(findPreset('tang-2020/fig-4b@paper')?.id).toBe('tang-2020/fig-4b@paper');
  expect(findPreset('tang-2020/beat-the-machine@paper')).toBeUndefined();
  expect(findPreset('nothing')).toBeUndefined();
});

test('every published number belongs to a cell of its experiment and says where it stands', () => {
  for (const { id, spec, published } of presets) {
    const cells = planExperiment(spec).cells.map(({ at }) => JSON.stringify(at));
    for (const mark of published) {
      expect(cells, id).toContain(JSON.stringify(mark.at));
      expect(mark.source.length).toBeGreaterThan(10);
    }
  }
});
