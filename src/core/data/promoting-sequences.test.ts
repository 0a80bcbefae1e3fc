import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { promotingSequences, type Scoring } from './promoting-sequences.ts';
import { sequenceOf, sequencesOf, type Sequences } from './sequences.ts';

const items = 40;
const targets = [7, 30, 31];
const settings = { count: 6, length: 9, candidates: 4 };
/** A stolen model that expects item (last + 1) most, then (last + 2), ...; nothing is likelier after one item than after another, but for the target 7 after even ones. */
const scoring: Scoring = async (histories) => {
  const scores = new Float32Array(histories.length * items);
  histories.forEach((history, row) => {
    const last = history.at(-1) ?? 0;
    for (let item = 0; item < items; item++)
      scores[row * items + item] = -((item - last + items) % items) / 4;
    if (last % 2 === 0) scores[row * items + 7] = 9;
  });
  return scores;
};
const made = async (scored: Scoring | undefined, seed = 1, changes = {}) =>
  sequencesOf(
    await promotingSequences({ ...settings, ...changes }, targets, items, scored, createRng(seed)),
  ) as Sequences;
const all = (sequences: Sequences) =>
  Array.from({ length: sequences.userCount }, (_, user) => [...sequenceOf(sequences, user)]);

test.each([
  ['with a stolen model', scoring],
  ['at random', undefined],
] as const)('%s every second item is a target, and none of the others repeats', async (_, scored) => {
  for (const sequence of all(await made(scored))) {
    expect(sequence).toHaveLength(9);
    const leads = sequence.filter((_item, at) => at % 2 === 0);
    const goals = sequence.filter((_item, at) => at % 2 === 1);
    expect(new Set(leads).size).toBe(leads.length);
    expect(leads.some((item) => targets.includes(item))).toBe(false);
    // Four places for three targets: each once before any comes again.
    expect(new Set(goals.slice(0, 3))).toEqual(new Set(targets));
    expect(goals[3]).toBe(goals[0]);
  }
});

test('both kinds have the same targets in the same places', async () => {
  const goals = (sequences: Sequences) => all(sequences).map((each) => each.filter((_, at) => at % 2 === 1));
  expect(goals(await made(scoring))).toEqual(goals(await made(undefined)));
});

test('of the likely items the one is taken after which the stolen model expects the target least', async () => {
  for (const sequence of all(await made(scoring, 1, { candidates: 12 }))) {
    sequence.forEach((item, at) => {
      if (item === 7 && at % 2 === 1) expect((sequence[at - 1] as number) % 2).toBe(1);
    });
  }
});

test('the same seed gives the same sequences, another seed others, and no users none', async () => {
  expect(all(await made(scoring))).toEqual(all(await made(scoring)));
  expect(all(await made(scoring, 2))).not.toEqual(all(await made(scoring)));
  const none = await promotingSequences({ ...settings, count: 0 }, targets, items, scoring, createRng(1));
  expect([none.userCount, none.items.length]).toEqual([0, 0]);
});
