import { expect, test } from 'vitest';
import { detection } from './detection.ts';
import { mostSuspicious } from './most-suspicious.ts';
import { createRng } from './rng.ts';

const genuine = 150;
const rng = createRng('detection');
const suspicion = Float32Array.from({ length: 190 }, (_, user) => rng.normal() + (user < genuine ? 0 : 1.5));
const outcome = detection(suspicion, genuine, [0.123]);

test('at every share the rates count the users whom a detector would remove', () => {
  expect(outcome.shares).toContain(0.123);
  outcome.shares.forEach((share, at) => {
    const removed = mostSuspicious(suspicion, share);
    const lost = removed.filter((user) => user < genuine).length;
    expect(outcome.removed[at]).toBe(removed.length);
    expect(outcome.falsePositiveRate[at]).toBeCloseTo(lost / genuine, 6);
    expect(outcome.truePositiveRate[at]).toBeCloseTo((removed.length - lost) / 40, 6);
    const kept = suspicion.filter((_, user) => !removed.includes(user));
    if (kept.length > 0) expect(outcome.thresholds[at]).toBe(Math.max(...kept));
  });
});

test('the curve is read at no more than 100 rates from 0 to 1, rises, and ends with every fake found', () => {
  const { x, y } = outcome.curve;
  expect(x.length).toBeLessThanOrEqual(100);
  expect([x[0], x.at(-1), y.at(-1)]).toEqual([0, 1, 1]);
  expect(x).toContain(0.01);
  y.forEach((rate, at) => expect(rate).toBeGreaterThanOrEqual(y[at - 1] ?? 0));
});

test('the rate at 1% is the most that one false alarm among 150 lets through', () => {
  const [first = 0, second = 0] = [...suspicion.subarray(0, genuine)].sort((a, b) => b - a);
  const found = suspicion.subarray(genuine).filter((score) => score > second).length;
  expect(first).toBeGreaterThan(second);
  expect(outcome.truePositiveRateAtOnePercent).toBeCloseTo(found / 40, 10);
});

test('a perfect detector has area 1 and finds every fake at no cost', () => {
  const perfect = detection(
    Float32Array.from({ length: 20 }, (_, user) => user),
    15,
  );
  expect([perfect.auc, perfect.truePositiveRateAtOnePercent, perfect.curve.y[0]]).toEqual([1, 1, 1]);
  const at = perfect.shares.indexOf(0.25);
  expect([perfect.falsePositiveRate[at], perfect.truePositiveRate[at]]).toEqual([0, 1]);
});

test('refuses users who are all genuine', () => {
  expect(() => detection(Float32Array.of(1, 2), 2)).toThrow('labels: must hold both a 0 and a 1');
});
