import { expect, test } from 'vitest';
import { unmetNeeds } from './compatibility.ts';

const choices = {
  dataset: { id: 'markov-sequences', params: {} },
  victim: { id: 'narm', params: {} },
  attack: { id: 'model-extraction', params: { surrogate: { id: 'bert4rec', params: {} } } },
  defenses: [{ id: 'gro', params: {} }],
};
const reasons = (changes: Partial<typeof choices>) =>
  unmetNeeds({ ...choices, ...changes }).map(({ path, reason }) => `${path}: ${reason}`);

test('a thief, a model of sequences and its defense fit a dataset with times', () => {
  expect(reasons({})).toEqual([]);
});

test('a model of sequences needs times, the thief a surrogate of sequences, both a victim of sequences', () => {
  expect(reasons({ dataset: { id: 'low-rank', params: {} } })).toEqual([
    'victim: NARM learns sequences; this dataset has no times.',
  ]);
  const surrogate = { id: 'wrmf', params: {} as Record<string, never> };
  expect(reasons({ attack: { id: 'model-extraction', params: { surrogate } } })).toEqual([
    'attack.params.surrogate: Model extraction needs a model of sequences as its surrogate; WRMF is none.',
  ]);
  expect(reasons({ victim: { id: 'wrmf', params: {} } })).toEqual([
    'attack: Model extraction attacks next-item models; WRMF is for ranking.',
    'defenses[0]: GRO defends next-item models; WRMF is for ranking.',
  ]);
});
