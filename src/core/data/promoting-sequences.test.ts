import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { promotingSequences, type Scoring } from './promoting-sequences.ts';
import { sequenceOf, sequencesOf, type Sequences } from './sequences.ts';

const items = 40;
const targets = [7, 30, 31];
const settings = { count: 6, length: 9, candidates: 4, listLength: 5 };
/** A stolen model that places item (last + d) at place d, but 7 at the first place after even items. */
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

test('of all items that one leads up after which the target is nearest behind the list', async () => {
  const [sequence] = all(await made(scoring, 1, { count: 1, candidates: 40 }));
  const goals = (sequence ?? []).filter((_, at) => at % 2 === 1);
  expect(goals).toHaveLength(4);
  goals.forEach((goal, at) => {
    const lead = sequence?.[2 * at] as number;
    const before = sequence?.slice(0, 2 * at) ?? [];
    const isOpen = (item: number) => !targets.includes(item) && !before.includes(item);
    const place = (item: number) => (goal === 7 && item % 2 === 0 ? 0 : (goal - item + items) % items);
    const places = Array.from({ length: items }, (_, item) => item)
      .filter(isOpen)
      .map(place);
    expect(place(lead)).toBe(Math.min(...places.filter((each) => each >= 5)));
  });
});

test('no item leads up twice while others have not led up', async () => {
  const leads = (count: number) => async () =>
    all(await made(scoring, 1, { count })).flatMap((each) => each.filter((_, at) => at % 2 === 0));
  const some = await leads(7)();
  expect(new Set(some).size).toBe(some.length); // 35 of 37
  const more = await leads(8)();
  expect(new Set(more).size).toBe(37);
});

test('a sequence that needs more items than there are is refused', async () => {
  await expect(made(scoring, 1, { length: 80 })).rejects.toThrow(
    'evaluation.downstream.sequenceLength: leaves no item',
  );
});

test('the same seed gives the same sequences, another seed others, and no users none', async () => {
  expect(all(await made(scoring))).toEqual(all(await made(scoring)));
  expect(all(await made(scoring, 2))).not.toEqual(all(await made(scoring)));
  const none = await promotingSequences({ ...settings, count: 0 }, targets, items, scoring, createRng(1));
  expect([none.userCount, none.items.length]).toEqual([0, 0]);
});
