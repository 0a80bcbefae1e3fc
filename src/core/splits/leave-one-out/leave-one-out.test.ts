import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { leaveOneOut } from './leave-one-out.ts';

const draws = createRng(9);
const { interactions } = datasetOf(
  Array.from({ length: 400 }, () => [draws.integer(30), draws.integer(40), 1, draws.integer(5)] as const),
);
const sets = (user: number, of = interactions) => [...new Set(itemsOf(of, user))];

describe('leave-one-out', () => {
  it.each(['random', 'latest'] as const)(
    'hides one item of every user, disjoint from training (%s)',
    (pick) => {
      const { train, test } = leaveOneOut.split(interactions, { pick, minimum: 2 }, createRng(1));
      expect([train.userCount, train.itemCount]).toEqual([test.userCount, test.itemCount]);
      for (let user = 0; user < interactions.userCount; user++) {
        const hidden = [...itemsOf(test, user)];
        expect(hidden).toHaveLength(1);
        expect(sets(user, train)).not.toContain(hidden[0]);
        expect([...sets(user, train), ...hidden].sort()).toEqual(sets(user).sort());
      }
    },
  );

  it('hides the item of the largest time, of equals the one with the last id', () => {
    const timed = datasetOf([
      [0, 0, 1, 50],
      [0, 1, 1, 70],
      [0, 2, 1, 70],
      [0, 3, 1, 60],
      [1, 3, 1, 9],
      [1, 1, 1, 8],
    ]).interactions;
    const { test } = leaveOneOut.split(timed, { pick: 'latest', minimum: 2 }, createRng(1));
    expect([...test.items]).toEqual([2, 3]);
  });

  it('leaves users with fewer items than the minimum whole in training', () => {
    const few = datasetOf([
      [0, 0],
      [0, 0],
      [1, 0],
      [1, 1],
    ]).interactions;
    const split = (minimum: number) => leaveOneOut.split(few, { pick: 'random', minimum }, createRng(1));
    expect([...split(2).test.offsets]).toEqual([0, 0, 1]);
    expect([...itemsOf(split(2).train, 0)]).toEqual([0, 0]);
    expect([...split(1).test.offsets]).toEqual([0, 1, 2]);
    expect([...itemsOf(split(1).train, 0)]).toEqual([]);
  });

  it('draws evenly and by seed', () => {
    const wide = datasetOf(
      Array.from({ length: 3000 }, (_, at) => [Math.floor(at / 3), at % 3] as const),
    ).interactions;
    const hidden = (seed: number) =>
      leaveOneOut.split(wide, { pick: 'random', minimum: 2 }, createRng(seed)).test.items;
    expect(hidden(1)).toEqual(hidden(1));
    expect(hidden(1)).not.toEqual(hidden(2));
    for (const item of [0, 1, 2]) {
      const share = hidden(1).filter((at) => at === item).length / 1000;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.06);
    }
  });

  it('refuses the latest item without times or with unknown ones', () => {
    const latest = { pick: 'latest', minimum: 2 } as const;
    const untimed = datasetOf([
      [0, 0],
      [0, 1],
    ]).interactions;
    expect(() => leaveOneOut.split(untimed, latest, createRng(1))).toThrow(
      'split.params.pick: needs data with times, got "latest"',
    );
    const partly = datasetOf([
      [0, 0, 1, 3],
      [0, 1, 1, Number.NaN],
    ]).interactions;
    expect(() => leaveOneOut.split(partly, latest, createRng(1))).toThrow(
      'split.params.pick: needs the time of every interaction, user 0 lacks some',
    );
  });
});
