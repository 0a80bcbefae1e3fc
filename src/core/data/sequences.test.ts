import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../testing/small-dataset.ts';
import { createRng } from '../math/rng.ts';
import { cloze } from './cloze.ts';
import { leftPadded } from './padding.ts';
import { sequenceWindows } from './sequence-windows.ts';
import { historyOf, sequenceOf, sequencesFromLists, sequencesOf, withoutLast } from './sequences.ts';

const rows = (tokens: Int32Array, length: number) =>
  Array.from({ length: tokens.length / length }, (_, at) => [
    ...tokens.subarray(at * length, (at + 1) * length),
  ]);
const upTo = (count: number) => Int32Array.from({ length: count }, (_, at) => at);

describe('sequences', () => {
  it('follow time, equal times item id, and keep repeats', () => {
    const { interactions } = datasetOf([
      [0, 3, 1, 5],
      [0, 1, 1, 9],
      [0, 2, 1, 5],
      [0, 3, 1, 2],
      [1, 4, 1, 1],
    ]);
    const sequences = sequencesOf(interactions);
    expect(sequences && [...sequenceOf(sequences, 0)]).toEqual([3, 2, 3, 1]);
    expect(sequences && [...sequenceOf(sequences, 1)]).toEqual([4]);
  });

  it('are none without times, or when a time is unknown', () => {
    expect(sequencesOf(datasetOf([[0, 0]]).interactions)).toBeUndefined();
    expect(sequencesOf(datasetOf([[0, 0, 1, 1], [0, 1, 1, Number.NaN]]).interactions)).toBeUndefined(); // prettier-ignore
  });

  it('give their last item for validation, unless it is the only one', () => {
    const { known, last } = withoutLast(sequencesFromLists([[5, 6, 7], [8], []], 9));
    expect([...last]).toEqual([7, -1, -1]);
    expect([0, 1, 2].map((user) => [...sequenceOf(known, user)])).toEqual([[5, 6], [8], []]);
  });

  it('are cut into overlapping windows from their end, when longer than length and a half', () => {
    const starts = (count: number) => sequenceWindows(upTo(count), 4).map((window) => [...window]);
    expect(starts(3)).toEqual([[0, 1, 2]]);
    expect(starts(6)).toEqual([[2, 3, 4, 5]]);
    expect(starts(9)).toEqual([[5, 6, 7, 8], [3, 4, 5, 6], [1, 2, 3, 4], [0, 1, 2, 3]]); // prettier-ignore
  });

  it('are padded on the left and cut on the left, with MASK behind', () => {
    const lists = [Int32Array.of(0, 1), upTo(9), new Int32Array(0)];
    expect(rows(leftPadded(lists, 4), 4)).toEqual([[0, 0, 1, 2], [6, 7, 8, 9], [0, 0, 0, 0]]); // prettier-ignore
    expect(rows(leftPadded(lists, 4, 99), 4)).toEqual([[0, 1, 2, 99], [7, 8, 9, 99], [0, 0, 0, 99]]); // prettier-ignore
  });
});

describe('cloze', () => {
  const length = 10;
  const itemCount = 50;
  const tokens = leftPadded(
    Array.from({ length: 3000 }, (_, at) =>
      createRng(at)
        .sample(itemCount, 8)
        .map((item) => item),
    ),
    length,
  );
  const made = cloze(tokens, length, itemCount, { rate: 0.2, most: 9 }, createRng(1));

  it('asks every item with the rate and the last with more, and never padding', () => {
    const asked = (place: number) => made.places.filter((at) => at % length === place).length / 3000;
    expect([asked(0), asked(1)]).toEqual([0, 0]);
    for (const place of [2, 5, 8]) expect(Math.abs(asked(place) - 0.2)).toBeLessThan(0.03);
    expect(Math.abs(asked(9) - 0.28)).toBeLessThan(0.03);
  });

  it('shows MASK, a random item or the item itself, 8 : 1 : 1, and labels all three', () => {
    const shown = [...made.places].map((at) => made.tokens[at] as number);
    const masks = shown.filter((token) => token === itemCount + 1).length / shown.length;
    const kept = shown.filter((token, at) => token === (made.labels[at] as number) + 1).length / shown.length;
    expect(Math.abs(masks - 0.8)).toBeLessThan(0.02);
    expect(Math.abs(kept - 0.102)).toBeLessThan(0.02); // a random item is the same once in 50
    expect([...made.labels]).toEqual([...made.places].map((at) => (tokens[at] as number) - 1));
  });

  it('asks at most so many a row, no item twice in a row, and at least one place in all', () => {
    const same = leftPadded([Int32Array.of(3, 3, 3, 3, 4)], 5);
    const all = cloze(same, 5, itemCount, { rate: 1, most: 9 }, createRng(1));
    expect([...all.labels].sort()).toEqual([3, 4]);
    expect(cloze(tokens, length, itemCount, { rate: 1, most: 2 }, createRng(1)).places).toHaveLength(6000);
    const none = cloze(same, 5, itemCount, { rate: 1e-9, most: 9 }, createRng(3));
    expect(none.places.length).toBe(1);
  });

  it('of one user alone are as among everybody’s, and none without times', () => {
    const times = Float64Array.from([5, 2, 7, 7, 1, 7]);
    const train = { userCount: 2, itemCount: 9, offsets: Int32Array.from([0, 2, 6]), items: Int32Array.from([3, 4, 0, 2, 5, 8]), times }; // prettier-ignore
    expect([...(historyOf(train, 0) ?? [])]).toEqual([4, 3]);
    expect([...(historyOf(train, 1) ?? [])]).toEqual([5, 0, 2, 8]);
    const all = sequencesOf(train);
    for (const user of [0, 1]) expect(historyOf(train, user)).toEqual(all && sequenceOf(all, user));
    const { times: _, ...timeless } = train;
    expect(historyOf(timeless, 1)).toBeUndefined();
    expect(historyOf({ ...train, times: times.with(3, Number.NaN) }, 1)).toBeUndefined();
  });
});
