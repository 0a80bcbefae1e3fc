import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallAttack, smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { interactionsFromDense } from '../data/interactions.ts';
import { runExperiment } from './run-experiment.ts';
import { stealth } from './stealth.ts';

useBackend('cpu');

// Classes of popularity: 8-15 (item 0), 2-3 (items 1 and 2), 0-1 (items 3 and 4).
const popularity = Int32Array.of(8, 3, 2, 1, 0);

test('compares the shares of clicks by class of popularity', () => {
  // Fakes: half of the clicks in the top class, half in the lowest. Genuine: 8, 5 and 1 of 14.
  const fakes = interactionsFromDense([1, 0, 0, 0, 1, 1, 0, 0, 1, 0], 2, 5);
  const { 'stealth.totalVariation': tv, 'stealth.jensenShannon': js } = stealth(fakes, popularity);
  expect(tv).toBeCloseTo((Math.abs(0.5 - 8 / 14) + 5 / 14 + Math.abs(0.5 - 1 / 14)) / 2, 12);
  const bits = (p: number, q: number) => (p === 0 ? 0 : p * Math.log2((2 * p) / (p + q)));
  const pairs = [[0.5, 8 / 14], [0, 5 / 14], [0.5, 1 / 14]] as const; // prettier-ignore
  const divergence = pairs.reduce((sum, [p, q]) => sum + (bits(p, q) + bits(q, p)) / 2, 0);
  expect(js).toBeCloseTo(Math.sqrt(divergence), 12);
});

test('is 0 for clicks like the genuine ones, 1 where no class is shared, and nothing without clicks', () => {
  const same = interactionsFromDense([1, 1], 1, 2);
  expect(stealth(same, Int32Array.of(3, 2))['stealth.totalVariation']).toBe(0);
  const apart = interactionsFromDense([0, 1], 1, 2);
  expect(stealth(apart, Int32Array.of(9, 0))).toEqual({
    'stealth.totalVariation': 1,
    'stealth.jensenShannon': 1,
  });
  expect(stealth(interactionsFromDense([0, 0], 1, 2), Int32Array.of(9, 0))).toEqual({});
});

test('stands with the attacked victim and with random filler, and not where there are no fake users', async () => {
  const spec = smallExperiment({ attack: smallAttack(), evaluation: { cutoffs: [3], baseline: true } });
  const { phases, series } = (await drained(runExperiment(spec, createTestHost()))).returned.cells[0] ?? {};
  for (const phase of ['attacked', 'baseline'] as const) {
    const distance = phases?.[phase]?.['stealth.totalVariation']?.mean ?? -1;
    expect(distance).toBeGreaterThan(0);
    expect(distance).toBeLessThan(1);
  }
  expect(Object.keys(phases?.clean ?? {}).join()).not.toContain('stealth');
  const shares = (name: string) => series?.[name]?.values[0]?.map(Number) ?? [];
  for (const name of ['clicks.genuine', 'clicks.fake', 'clicks.baseline']) {
    expect(series?.[name]?.x.slice(0, 3)).toEqual([0, 2, 4]);
    expect(shares(name).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }
  const apart = shares('clicks.fake').map((share, at) =>
    Math.abs(share - (shares('clicks.genuine')[at] ?? 0)),
  );
  const sum = apart.reduce((total, each) => total + each, 0);
  expect(phases?.attacked?.['stealth.totalVariation']?.mean).toBeCloseTo(sum / 2, 12);
});
