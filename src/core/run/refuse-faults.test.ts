import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { createTestHost } from '../../testing/test-host.ts';
import type { RunEvent } from './events.ts';
import { runExperiment } from './run-experiment.ts';

const narm = {
  id: 'narm',
  params: { embeddingSize: 4, hiddenSize: 4, attentionSize: 3, maxLength: 6, epochs: 1, patience: 0 },
};
const extraction = {
  version: 1,
  dataset: { id: 'markov-sequences', params: { users: 20, items: 10, length: 5, branching: 2 } },
  split: { id: 'leave-one-out', params: { pick: 'latest' } },
  victim: narm,
  attack: { id: 'model-extraction', params: { surrogate: narm, sequenceLength: 4, listLength: 6 } },
  evaluation: { cutoffs: [3], protocol: { history: 'kept' } },
};

describe('what the data cannot bear', () => {
  useBackend('cpu');

  test.each([
    [
      'lists as long as the catalogue',
      { attack: { ...extraction.attack, params: { ...extraction.attack.params, listLength: 10 } } },
      'attack.params.listLength: must be below the 10 items, got 10',
    ],
    [
      'lists that a masked history cannot fill',
      {
        attack: { ...extraction.attack, params: { ...extraction.attack.params, listLength: 7 } },
        evaluation: { cutoffs: [3] },
      },
      'attack.params.listLength: must be at most 6 (10 items less the 4 of a sequence, which a masked history leaves out), got 7',
    ],
    [
      'a student of lists as long as the catalogue',
      {
        defenses: [
          { id: 'reverse', params: {} },
          { id: 'gro', params: { listLength: 11 } },
        ],
      },
      'defenses[1].params.listLength: must be below the 10 items, got 11',
    ],
  ])('%s: refused before anything is trained', async (_, changes, message) => {
    const running = runExperiment({ ...extraction, ...changes }, createTestHost());
    const seen: RunEvent['kind'][] = [];
    await expect(
      (async () => {
        for await (const { kind } of running) seen.push(kind);
      })(),
    ).rejects.toThrow(message);
    expect(seen).toEqual(['progress']); // the stage of the data
  });
});
