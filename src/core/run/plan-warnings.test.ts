import { expect, test } from 'vitest';
import { catalog } from '../catalog.ts';
import type { Spec } from '../contracts.ts';
import { presets } from '../experiments/presets.ts';
import { planExperiment } from './plan-experiment.ts';

const narm = (params: Readonly<Record<string, unknown>> = {}) => ({ id: 'narm', params });
const theft = (changes: object, params: object = {}) => ({
  version: 1,
  dataset: { id: 'markov-sequences', params: {} },
  victim: narm(),
  attack: { id: 'model-extraction', params: { surrogate: narm(), listLength: 20, ...params } },
  ...changes,
});
const said = (spec: unknown) => planExperiment(spec).warnings.map(({ path, reason }) => `${path}: ${reason}`);

test('what a surrogate or a student does not read is named once, and the plan is the same without it', () => {
  const axes = [{ name: 'noise', path: 'dataset.params.noise', values: [0.1, 0.2] }];
  const loud = theft(
    {
      defenses: [{ id: 'gro', params: { student: narm({ epochs: 3, learningRate: 0.01 }) } }],
      axes,
    },
    { surrogate: narm({ batchSize: 10, patience: 0, epochs: 3 }) },
  );
  const why = 'plays no part: this model learns from the lists of another one, not from data';
  expect(said(loud)).toEqual([
    `attack.params.surrogate.params.batchSize: ${why} (given: 10)`,
    `attack.params.surrogate.params.patience: ${why} (given: 0)`,
    `defenses[0].params.student.params.epochs: ${why} (given: 3)`,
  ]);
  const quiet = theft(
    { defenses: [{ id: 'gro', params: { student: narm({ learningRate: 0.01 }) } }], axes },
    { surrogate: narm({ epochs: 3 }) },
  );
  expect(said(quiet)).toEqual([]);
  expect(planExperiment(quiet).cells).toEqual(planExperiment(loud).cells);
  expect(
    planExperiment(theft({}, { surrogate: narm({ epochs: 4 }) })).cells[0]?.spec.attack?.params,
  ).toMatchObject({
    surrogate: { params: { epochs: 4 } },
  });
});

test('cutoffs beyond the served lists are named with what will be missing', () => {
  const evaluation = { cutoffs: [20, 50] };
  expect(said(theft({ evaluation }))).toEqual([
    'evaluation.cutoffs[1]: a served list has 20 items (attack.params.listLength), so that agreement@50, exact@50 will be missing',
  ]);
  const shuffled = { defenses: [{ id: 'random-shuffle', params: {} }], evaluation: { cutoffs: [101] } };
  expect(said({ ...theft(shuffled), attack: null })).toEqual([
    'evaluation.cutoffs[0]: a served list has 100 items, so that hr@101 and the like of the defended victim will be missing',
  ]);
  expect(said({ ...theft({ evaluation }), attack: null })).toEqual([]);
});

test('what a place does not read is a parameter of some component that can stand there', () => {
  const models = Object.values<Spec>(catalog.models).flatMap(({ parameters }) => Object.keys(parameters));
  const places = [...Object.values<Spec>(catalog.attacks), ...Object.values<Spec>(catalog.defenses)].flatMap(
    ({ parameters }) => Object.values(parameters).filter((field) => field.kind === 'component'),
  );
  const unread = places.flatMap((field) => field.unread ?? []);
  expect(unread.length).toBeGreaterThan(0);
  expect(models).toEqual(expect.arrayContaining(unread));
});

test.each(presets.map((preset) => [preset.id, preset] as const))(
  '%s says nothing to no effect',
  (_, { spec }) => expect(said(spec)).toEqual([]),
);
