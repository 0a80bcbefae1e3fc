import type { Progress, View } from '../core/contracts.ts';
import type { Overall, RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { RunHost } from '../core/run/host.ts';
import type { ExperimentResult } from '../core/run/result.ts';

const overall: Overall = {
  fraction: 0,
  elapsedSeconds: 0,
  remainingSeconds: null,
  tensorBytes: 0,
  peakTensorBytes: 0,
};
const where = { cell: 0, repeat: 0 };

/** A progress event of one inner, outer or stage report. */
export function progressEvent(
  level: Progress['level'],
  done: number,
  values: Progress['values'] = {},
): RunEvent {
  const progress: Progress = { level, stage: 'attack', done, total: 10, unit: 'step', values };
  return { ...where, kind: 'progress', progress, overall };
}

export function pointEvent(series: string, x: number, value: number | null, repeat = 0, cell = 0): RunEvent {
  return { cell, repeat, kind: 'point', series, x, value };
}

export function viewEvent(content: View): RunEvent {
  return { ...where, kind: 'view', content };
}

/** A spec that has the right shape; its algorithms need not exist for a fake runner. */
export const plainSpec: ExperimentSpec = {
  version: 1,
  seed: 1,
  repeats: 1,
  vary: ['data', 'split', 'init', 'attack'],
  dataset: { id: 'tang-synthetic', params: {} },
  prepare: [],
  split: { id: 'leave-one-out', params: {} },
  victim: { id: 'wrmf', params: { epochs: 10 } },
  attack: null,
  defenses: [],
  evaluation: {
    cutoffs: [10],
    protocol: {
      history: 'masked',
      candidates: 'all',
      ties: 'pessimistic',
      owners: 'excluded',
      users: 'genuine',
    },
    baseline: true,
    control: true,
  },
  axes: [],
};

export function resultOf(spec: ExperimentSpec, host: RunHost): ExperimentResult {
  return {
    version: 1,
    spec,
    environment: host.environment,
    cells: [],
    published: [],
    comparisons: [],
    notes: [],
    fingerprint: 'fake',
  };
}

/** An experiment of `outer` outer steps with `inner` inner steps each, one point a step, that breathes as it should. */
export function steppingRunner(outer: number, inner: number) {
  return async function* (spec: ExperimentSpec, host: RunHost): AsyncGenerator<RunEvent, ExperimentResult> {
    for (let t = 1; t <= outer; t++) {
      for (let l = 1; l <= inner; l++) {
        await host.yieldNow();
        yield progressEvent('inner', l, { 'loss.train': 1 / l });
      }
      yield pointEvent('target.hr@10', t, t / outer);
      yield progressEvent('outer', t);
    }
    yield progressEvent('stage', 1);
    return resultOf(spec, host);
  };
}

/** Runs until it is cancelled. */
export async function* endlessRunner(
  spec: ExperimentSpec,
  host: RunHost,
): AsyncGenerator<RunEvent, ExperimentResult> {
  for (let step = 1; !host.signal.aborted; step++) {
    await host.yieldNow();
    yield progressEvent('inner', step);
    yield pointEvent('loss.train', step, 1 / step);
  }
  return resultOf(spec, host);
}
