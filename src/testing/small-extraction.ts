import type { ExperimentResult } from '../core/run/result.ts';
import { runExperiment } from '../core/run/run-experiment.ts';
import { createTestHost, drained } from './test-host.ts';

export type Values = Readonly<Record<string, unknown>>;

/** A small NARM, as a component. */
export const narm = (params: Values = {}) => ({
  id: 'narm',
  params: {
    embeddingSize: 4,
    hiddenSize: 4,
    attentionSize: 3,
    maxLength: 6,
    epochs: 3,
    batchSize: 32,
    learningRate: 0.02,
    patience: 0,
    ...params,
  },
});
export const gro = (params: Values = {}) => ({ id: 'gro', params: { listLength: 6, ...params } });
export const shuffle = { id: 'random-shuffle', params: {} };
export const reverse = { id: 'reverse', params: {} };

/** 60 sequences of 3 items: 180 queries in two batches of sequences. */
export const extraction = (changes: Values = {}) => ({
  version: 1,
  dataset: {
    id: 'markov-sequences',
    params: { users: 40, items: 20, length: 8, branching: 2, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: narm(),
  attack: {
    id: 'model-extraction',
    params: { surrogate: narm({ epochs: 2 }), sequenceCount: 60, sequenceLength: 3, listLength: 8 },
  },
  evaluation: { cutoffs: [3], protocol: { history: 'kept' } } as Values,
  ...changes,
});
/** Runs a spec to its end. */
export const run = async (spec: unknown, host = createTestHost()): Promise<ExperimentResult> =>
  (await drained(runExperiment(spec, host))).returned;
export const only = (result: ExperimentResult) => result.cells[0] as ExperimentResult['cells'][number];
