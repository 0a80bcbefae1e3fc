import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { StageValue } from './host.ts';
import { runExperiment } from './run-experiment.ts';

const narm = {
  id: 'narm',
  params: { embeddingSize: 4, hiddenSize: 4, attentionSize: 3, maxLength: 6, epochs: 2, patience: 0 },
};
/** 60 queries in two batches, two epochs: 4 steps of the last copy, 2 of the one at 30 queries. */
const theft = {
  version: 1,
  dataset: {
    id: 'markov-sequences',
    params: { users: 40, items: 20, length: 8, branching: 2, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: narm,
  attack: {
    id: 'model-extraction',
    params: { surrogate: narm, sequenceCount: 20, sequenceLength: 3, listLength: 8, batchSize: 30 },
  },
  defenses: [{ id: 'reverse', params: {} }],
  evaluation: {
    cutoffs: [3],
    protocol: { history: 'kept' },
    control: false,
    at: { of: 'queries', values: [30] },
  },
};

/** The lists and the series that a run tells. */
async function toldBy(stages: Map<string, StageValue>) {
  const host = createTestHost({ stages });
  const { yielded, returned } = await drained(runExperiment(theft, host));
  const lists = yielded.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'lists' && event.content.phase.startsWith('surrogate')
      ? [event.content]
      : [],
  );
  return { host, lists, series: returned.cells[0]?.series ?? {} };
}

describe('a theft', () => {
  useBackend('cpu');

  test('tells the loss that the last copy is trained on, step by step, of either victim', async () => {
    const { series } = await toldBy(new Map());
    for (const name of ['loss.surrogate', 'defended.loss.surrogate']) {
      expect(series[name]).toMatchObject({ x: [1, 2, 3, 4], label: 'steps' });
      const [first, , , last] = series[name]?.values[0] ?? [];
      // Margins of .5 in the list and to other items: a copy that knows nothing is near 1.
      expect(first).toBeGreaterThan(0.9);
      expect(first).toBeLessThan(1.1);
      expect(last).toBeLessThan(first as number);
    }
    expect(series['loss.surrogate']?.values).not.toEqual(series['defended.loss.surrogate']?.values);
  });

  test('tells the same from its cache, and the lists of both copies too', async () => {
    const stages = new Map<string, StageValue>();
    const first = await toldBy(stages);
    const again = await toldBy(stages);
    expect(again.host.kept).toEqual([]);
    expect(again.series).toEqual(first.series);
    expect(again.lists.map(({ phase }) => phase)).toEqual(['surrogate', 'surrogate, defended victim']);
    // Of a copy at a checkpoint nothing is told again.
    const last = (phase: string) => first.lists.findLast((view) => view.phase === phase);
    for (const view of again.lists) expect(view).toEqual(last(view.phase));
  });
});
