import { describe, expect, test } from 'vitest';
import type { Protocol } from '../contracts.ts';
import { interactionsFromEntries } from '../data/interactions.ts';
import { isLabError } from '../errors.ts';
import { createRng } from './rng.ts';
import { userRankings } from './ranking.ts';

type Rows = readonly (readonly number[])[];

const rows = (lists: Rows, itemCount: number) =>
  interactionsFromEntries(
    lists.length,
    itemCount,
    lists.flatMap((list, user) => list.map((item) => ({ user, item }))),
  );

function rank(
  scores: Rows,
  owned: Rows,
  heldOut: Rows,
  targets: readonly number[],
  protocol: Pick<Protocol, 'history' | 'ties'>,
) {
  const itemCount = scores[0]?.length ?? 0;
  return userRankings({
    scores: Float32Array.from(scores.flat()),
    itemCount,
    users: scores.map((_, user) => user),
    owned: rows(owned, itemCount),
    heldOut: rows(heldOut, itemCount),
    targets,
    protocol,
  });
}

/** The same by sorting every candidate. */
function sortedPositions(
  scores: readonly number[],
  candidates: readonly number[],
  asked: readonly number[],
  ties: Protocol['ties'],
) {
  const lead = ties === 'pessimistic' ? 1 : -1;
  const order = [...candidates].sort(
    (a, b) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) ||
      lead * (Number(asked.includes(a)) - Number(asked.includes(b))) ||
      a - b,
  );
  return order.flatMap((item, position) => (asked.includes(item) ? [position] : []));
}

test('positions agree with sorting, over random scores full of ties, both histories and both tie rules', () => {
  const rng = createRng(4).stream('ranking');
  for (let round = 0; round < 300; round++) {
    const itemCount = 1 + rng.integer(12);
    const scores = Array.from({ length: itemCount }, () => rng.integer(4) - 1.5);
    const kinds = scores.map(() => rng.integer(3));
    const owned = kinds.flatMap((kind, item) => (kind === 1 ? [item] : []));
    const heldOut = kinds.flatMap((kind, item) => (kind === 2 ? [item] : []));
    const targets = [...rng.sample(itemCount, rng.integer(Math.min(itemCount, 3) + 1))];
    for (const history of ['masked', 'kept'] as const) {
      for (const ties of ['pessimistic', 'optimistic'] as const) {
        const all = scores.map((_, item) => item);
        const candidates = history === 'masked' ? all.filter((item) => !owned.includes(item)) : all;
        const open = targets.filter((item) => !owned.includes(item));
        expect(rank([scores], [owned], [heldOut], targets, { history, ties })).toEqual([
          {
            heldOut: sortedPositions(scores, candidates, heldOut, ties),
            targets: sortedPositions(scores, candidates, open, ties),
            ownedTargets: targets.length - open.length,
            targetCount: targets.length,
            candidateCount: candidates.length,
          },
        ]);
      }
    }
  }
});

test('rows of the chunk belong to the users named, not to the first ones', () => {
  const [ranking] = userRankings({
    scores: Float32Array.of(3, 2, 1),
    itemCount: 3,
    users: [1],
    owned: rows([[], [0]], 3),
    heldOut: rows([[0], [2]], 3),
    targets: [],
    protocol: { history: 'masked', ties: 'pessimistic' },
  });
  expect(ranking?.heldOut).toEqual([1]);
});

test('a user who owns everything has no candidates and no target left', () => {
  const protocol = { history: 'masked', ties: 'pessimistic' } as const;
  expect(rank([[1, 2]], [[0, 1]], [[]], [1], protocol)).toEqual([
    { heldOut: [], targets: [], ownedTargets: 1, targetCount: 1, candidateCount: 0 },
  ]);
});

test('no users give no rankings', () => {
  expect(rank([], [], [], [], { history: 'kept', ties: 'optimistic' })).toEqual([]);
});

describe('refuses', () => {
  const protocol = { history: 'masked', ties: 'pessimistic' } as const;
  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a score of %d, and says where it is',
    (bad) => {
      let error: unknown;
      try {
        rank([[0, 1], [0, bad]], [[], []], [[0], [0]], [], protocol); // prettier-ignore
      } catch (thrown) {
        error = thrown;
      }
      expect(isLabError(error, 'not-finite')).toBe(true);
      expect(String(error)).toContain('item 1 for user 1');
    },
  );
  test('a held-out item in the masked history', () => {
    expect(() => rank([[1, 2]], [[0]], [[0]], [], protocol)).toThrow('user 0 has a held-out item');
  });
  test('a target outside the items', () => {
    expect(() => rank([[1, 2]], [[]], [[]], [2], protocol)).toThrow('item ids must lie in 0..1, got 2');
  });
  test('scores of the wrong size', () => {
    expect(() =>
      userRankings({
        scores: new Float32Array(3),
        itemCount: 2,
        users: [0],
        owned: rows([[]], 2),
        heldOut: rows([[]], 2),
        targets: [],
        protocol,
      }),
    ).toThrow('must hold 1 rows of 2 scores');
  });
});
