import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { plainSpec } from '../testing/fake-runner.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { RunState } from './run-store.ts';
import { createTries } from './tries.ts';

const measured = (value: number) => ({ 'target.hr@10': { mean: value, std: null, values: [value] } });
const result = (attack: string, reach: number): ExperimentResult => ({
  version: 1,
  spec: { ...plainSpec, attack: { id: attack, params: {} } } as ExperimentSpec,
  environment: { backend: 'cpu', adapter: '', threads: 1, versions: {} },
  cells: [
    {
      at: {},
      seeds: [],
      phases: { clean: measured(0.01), attacked: measured(reach), opponent: measured(0.5) },
      series: {},
      timing: {},
      memory: { peakTensorBytes: 0 },
      notes: [],
    },
  ],
  published: [],
  comparisons: [],
  notes: [],
  fingerprint: `${attack} ${reach}`,
});

test('finished runs of hand-made profiles are kept with what they reached, others and repeated ones are not', () => {
  const runs = createStore<RunState>()(() => ({ status: 'idle', result: null }) as unknown as RunState);
  const store = createTries(runs);
  const finish = (of: ExperimentResult) => {
    runs.setState({ status: 'running', result: null });
    runs.setState({ status: 'done', result: of });
  };
  finish(result('hand-made', 0.1));
  finish(result('hand-made', 0.1));
  finish(result('random-filler', 0.2));
  finish(result('hand-made', 0.3));
  runs.setState({ incident: 'x' });
  const { tries } = store.getState();
  expect(tries.map(({ number, reach }) => [number, reach.attacked, reach.opponent])).toEqual([
    [1, [0.1], [0.5]],
    [2, [0.3], [0.5]],
  ]);
});
