import { expect, test } from 'vitest';
import { phases } from './roles.ts';
import { tradeOffRange } from './trade-off-range.ts';
import type { TradeOffPoint } from './trade-off.ts';

const at = (low: number, high: number): TradeOffPoint => {
  const bar = { mean: (low + high) / 2, low, high };
  return { key: String(low), label: '', style: phases.defended, x: bar, y: bar, bars: 'repeats' };
};

test('an axis begins at 0 where a value is near it, and holds every bar', () => {
  const [from, to] = tradeOffRange([at(0.02, 0.03), at(0.4, 0.5)], 'x');
  expect(from).toBe(0);
  expect(to).toBeGreaterThan(0.5);
});

test('values far above 0 fill the axis', () => {
  const [from, to] = tradeOffRange([at(0.73, 0.77), at(0.83, 0.85)], 'y');
  expect(from).toBeCloseTo(0.73 - 0.024, 12);
  expect(to).toBeCloseTo(0.85 + 0.024, 12);
});

test('values below 0 are on the axis', () => {
  const [from, to] = tradeOffRange([at(-0.1, 0.02), at(0.3, 0.4)], 'y');
  expect(from).toBeLessThan(-0.1);
  expect(to).toBeGreaterThan(0.4);
});

test('a single value without a bar has an axis too', () => {
  expect(tradeOffRange([at(0.5, 0.5)], 'x')).toEqual([0, 0.5 * 1.12]);
  expect(tradeOffRange([at(0, 0)], 'x')).toEqual([0, 1]);
  const [from, to] = tradeOffRange([at(-0.5, -0.5)], 'x');
  expect([from < -0.5, to]).toEqual([true, 0]);
});
