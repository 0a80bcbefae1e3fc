import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import type { Dataset } from '../../contracts.ts';
import { sequenceOf, sequencesOf, type Sequences } from '../../data/sequences.ts';
import { createRng } from '../../math/rng.ts';
import { markovSequences } from './markov-sequences.ts';
import type { MarkovSequencesParameters } from './spec.ts';

const defaults: MarkovSequencesParameters = { users: 600, items: 120, length: 20, order: 'one', branching: 4, noise: 0.15 }; // prettier-ignore
const load = (changed: Partial<MarkovSequencesParameters> = {}, seed = 1) =>
  markovSequences.load({ ...defaults, ...changed }, memorySource({}), createRng(seed));
const ordered = (dataset: Dataset) => sequencesOf(dataset.interactions) as Sequences;

/** HR@k of counting what followed the last `memory` items in the other positions of the data. */
function countingHitRate(sequences: Sequences, memory: number, k = 10): number {
  const counts = new Map<string, Map<number, number>>();
  const visit = (user: number, at: number, row: Int32Array) => {
    const key = row.subarray(at - memory, at).join();
    const next = counts.get(key) ?? new Map<number, number>();
    counts.set(key, next);
    if (user >= 0) next.set(row[at] as number, (next.get(row[at] as number) ?? 0) + 1);
    return next;
  };
  const rows = Array.from({ length: sequences.userCount }, (_, user) => sequenceOf(sequences, user));
  rows.forEach((row, user) => {
    for (let at = memory; at < row.length - 1; at++) visit(user, at, row);
  });
  const hits = rows.filter((row) => {
    const best = [...visit(-1, row.length - 1, row)].sort((a, b) => b[1] - a[1]).slice(0, k);
    return best.some(([item]) => item === row.at(-1));
  });
  return hits.length / rows.length;
}

describe('markov-sequences', () => {
  it('has the asked sizes, different items in every sequence, and times that order them', async () => {
    const { interactions, itemIds } = await load();
    expect([interactions.userCount, interactions.itemCount, itemIds.length]).toEqual([600, 120, 120]);
    const sequences = sequencesOf(interactions) as Sequences;
    for (let user = 0; user < 600; user++)
      expect(new Set(sequenceOf(sequences, user)).size).toBe(sequenceOf(sequences, user).length);
    const lengths = Array.from({ length: 600 }, (_, user) => sequenceOf(sequences, user).length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([10, 20]);
  });

  it('plants a rule that counting finds, and noise takes it away', async () => {
    expect(countingHitRate(ordered(await load()), 1)).toBeGreaterThan(0.6);
    expect(countingHitRate(ordered(await load({ noise: 1 })), 1)).toBeLessThan(0.2);
  });

  it('with memory two hides the rule from who sees one item only', async () => {
    const sequences = ordered(await load({ order: 'two', users: 3000, items: 60 }));
    expect(countingHitRate(sequences, 2, 3)).toBeGreaterThan(countingHitRate(sequences, 1, 3) + 0.1);
  });

  it('depends on the seed alone', async () => {
    expect(await load()).toEqual(await load());
    expect((await load({}, 2)).interactions.items).not.toEqual((await load()).interactions.items);
  });

  it('refuses sequences longer than there are items', async () => {
    await expect(load({ length: 121 })).rejects.toThrow(
      'dataset.params.length: must be at most the 120 items',
    );
  });
});
