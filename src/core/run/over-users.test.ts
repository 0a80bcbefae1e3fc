import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import type { UserValues } from './evaluate-model.ts';
import { overUsers, testOverUsers } from './over-users.ts';
import type { Phase } from './result.ts';

const breathe = async () => undefined;
const hits = (rate: number, name: string, count = 400): (number | null)[] => {
  const draws = createRng(name);
  return Array.from({ length: count }, () => Number(draws.uniform() < rate));
};
const phases = (entries: [Phase, UserValues[]][]) => new Map<Phase, readonly UserValues[]>(entries);

test('the interval of a share is about 2 sqrt(p (1 - p) / n) wide on either side', async () => {
  const values = hits(0.3, 'share');
  const share = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
  const { intervals } = await overUsers({}, phases([['attacked', [{ 'hr@10': values }]]]), breathe);
  const [low, high] = intervals.attacked?.['hr@10'] ?? [NaN, NaN];
  const half = 1.96 * Math.sqrt((share * (1 - share)) / 400);
  expect(Math.abs(low - (share - half))).toBeLessThan(0.01);
  expect(Math.abs(high - (share + half))).toBeLessThan(0.01);
});

test('two phases are compared user by user: the same values give 0, a lasting gain lies outside 0', async () => {
  const before = hits(0.3, 'before');
  const after = before.map((value, user) => (user % 5 === 0 ? 1 : value));
  const at = { defense: 'GRO' };
  const same = await overUsers(at, phases([['attacked', [{ a: before }]], ['defended', [{ a: before }]]]), breathe); // prettier-ignore
  expect(same.comparisons).toEqual([
    {
      at,
      a: 'defended',
      b: 'attacked',
      metric: 'a',
      test: testOverUsers,
      difference: 0,
      p: 1,
      interval: [0, 0],
    },
  ]);
  const other = await overUsers(at, phases([['attacked', [{ a: before }]], ['defended', [{ a: after }]]]), breathe); // prettier-ignore
  const [gain] = other.comparisons;
  const expected =
    after.reduce<number>((sum, value, user) => sum + (value ?? 0) - (before[user] ?? 0), 0) / 400;
  expect(gain?.difference).toBeCloseTo(expected, 12);
  expect(gain?.interval[0]).toBeGreaterThan(0);
  expect(gain?.p).toBeLessThan(0.01);
});

test('a user counts once, with the mean of the repeats; who has no value in one phase is left out', async () => {
  const first = { m: [0, 1, null, 1] };
  const second = { m: [1, 1, null, null] };
  const { intervals, comparisons } = await overUsers(
    {},
    phases([
      ['attacked', [first, second]],
      ['defended', [{ m: [0.5, 0, 3, 0] }]],
    ]),
    breathe,
  );
  // Means are 0.5, 1, none, 1: nothing below 0.5 or above 1 can be drawn.
  const [low, high] = intervals.attacked?.m ?? [NaN, NaN];
  expect([low, high]).toEqual([0.5, 1]);
  expect(comparisons[0]?.difference).toBeCloseTo((0 - 1 - 1) / 3, 12);
  expect(comparisons[0]?.p).toBe(0.5); // two users moved the same way: 2 of 4 patterns of signs
});

test('metrics that only one phase has are not compared, and one user makes no interval', async () => {
  const { intervals, comparisons } = await overUsers(
    {},
    phases([
      ['attacked', [{ a: [1], b: [1, 0] }]],
      ['defended', [{ c: [1, 0] }]],
    ]),
    breathe,
  );
  expect(intervals.attacked).not.toHaveProperty('a');
  expect(comparisons).toEqual([]);
});
