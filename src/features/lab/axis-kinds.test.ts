import { expect, test } from 'vitest';
import { planExperiment } from '../../core/run/plan-experiment.ts';
import { parseExperimentShape } from '../../core/run/experiment-spec.ts';
import { fig4a } from '../../core/experiments/tang-2020/fig-4a.ts';
import { fig5a } from '../../core/experiments/tang-2020/fig-5a.ts';
import { table2 } from '../../core/experiments/tang-2020/table-2.ts';
import { groFig2 } from '../../core/experiments/gro-2024/fig-2.ts';
import { depthAxis, placeOfCell, sets, strataAxis } from './axis-kinds.ts';

test('a cell that has not been reported yet has the place that the runner gives it', () => {
  for (const { spec } of [table2, fig5a, fig4a]) {
    const { cells, spec: parsed } = planExperiment(spec);
    expect(cells.map((_, index) => placeOfCell(parsed.axes, index))).toEqual(cells.map(({ at }) => at));
  }
});

test('an axis is known by what its points set, whatever its name', () => {
  const named = (preset: { readonly spec: unknown }) => {
    const spec = parseExperimentShape(preset.spec);
    return [
      strataAxis(spec)?.name,
      depthAxis(spec)?.name,
      spec.axes.find((axis) => sets(axis, 'defenses'))?.name,
    ];
  };
  expect(named(table2)).toEqual(['targets', undefined, undefined]);
  expect(named(fig4a)).toEqual([undefined, 'depth', undefined]);
  expect(named(fig5a)).toEqual([undefined, undefined, undefined]);
  expect(named(groFig2)).toEqual([undefined, undefined, 'defense']);
});

test('a point may leave as it is what the others of its axis set', () => {
  const axis = {
    name: 'a',
    points: [
      { label: 'plain', set: {} },
      { label: 'b', set: { 'attack.id': 'x' } },
    ],
  };
  expect([sets(axis, 'attack'), sets(axis, 'attack.params'), sets(axis, 'att')]).toEqual([
    true,
    false,
    false,
  ]);
  const deep = { name: 'a', points: [{ label: '0', set: { 'defenses[0].params.swapWeight': 0 } }] };
  expect(sets(deep, 'defenses')).toBe(true);
});
