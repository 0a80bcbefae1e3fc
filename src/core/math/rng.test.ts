import { describe, expect, test } from 'vitest';
import { createRng } from './rng.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('streams', () => {
  test('depend on the seed and the names alone, not on how much was drawn before', () => {
    const first = createRng(7);
    draws(100, first.uniform);
    first.stream('other').uniform();
    const late = first.stream('batches').stream(3);
    const early = createRng(7).stream('batches').stream('3');
    expect(draws(5, late.uniform)).toEqual(draws(5, early.uniform));
    expect(late.key).toBe('seed=7/batches/3');
  });

  test('of other names, orders of names or seeds differ', () => {
    const root = createRng(1);
    const firsts = [
      root,
      root.stream('a'),
      root.stream('b'),
      root.stream('a').stream('b'),
      root.stream('b').stream('a'),
      createRng(2),
      createRng(0),
    ].map((rng) => rng.uniform());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  test('give these very numbers, on every machine', () => {
    const rng = createRng(1);
    // sfc32 of the path "seed=1", worked out apart with BigInt arithmetic
    expect(draws(4, () => rng.uniform() * 2 ** 32)).toEqual(reference('seed=1', 4));
  });
});

describe('draws', () => {
  test('uniform numbers lie in [0, 1) and fill it evenly', () => {
    const rng = createRng(3);
    const tenths = new Array<number>(10).fill(0);
    for (const value of draws(20_000, rng.uniform)) {
      expect(value >= 0 && value < 1).toBe(true);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] as number) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200); // 4.7 standard deviations
  });

  test('integers are each as likely, also below a bound that is no power of two', () => {
    const rng = createRng(4);
    const counts = [0, 0, 0];
    for (let at = 0; at < 9000; at++) {
      const value = rng.integer(3);
      counts[value] = (counts[value] as number) + 1;
    }
    expect(counts).toHaveLength(3);
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(220);
  });

  test('normal numbers have mean 0, the deviation asked for, and the kurtosis of a Gaussian', () => {
    const values = [...createRng(5).normals(40_000, 2)];
    const second = mean(values.map((value) => value ** 2));
    expect(Math.abs(mean(values))).toBeLessThan(0.05);
    expect(second).toBeCloseTo(4, 0);
    expect(Math.abs(mean(values.map((value) => value ** 4)) / second ** 2 - 3)).toBeLessThan(0.15);
  });

  test('a shuffle keeps every entry and reaches every order alike', () => {
    const rng = createRng(6);
    const orders = new Map<string, number>();
    for (let at = 0; at < 6000; at++) {
      const order = rng.shuffle([0, 1, 2]).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('a sample is distinct and below its bound; a whole one is a permutation', () => {
    const rng = createRng(8);
    const some = [...rng.sample(1000, 50)];
    expect(new Set(some).size).toBe(50);
    expect(some.every((value) => value >= 0 && value < 1000)).toBe(true);
    expect([...rng.sample(20, 20)].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect([...rng.sample(5, 0)]).toEqual([]);
    expect(() => rng.sample(3, 4)).toThrow('cannot draw 4 distinct integers below 3');
  });
});

/** The generator of the docstring in arbitrary precision: FNV-1a with the murmur3 finalizer, then sfc32 after 15 steps. */
function reference(key: string, count: number): number[] {
  const low = (value: bigint) => value & 0xffffffffn;
  const hash = (basis: bigint) => {
    let h = basis;
    for (const letter of key) h = low((h ^ BigInt(letter.charCodeAt(0))) * 0x01000193n);
    h = low((h ^ (h >> 16n)) * 0x85ebca6bn);
    h = low((h ^ (h >> 13n)) * 0xc2b2ae35n);
    return h ^ (h >> 16n);
  };
  let [a, b, c, counter] = [hash(0x811c9dc5n), hash(0x01000193n), hash(0x9e3779b9n), 1n];
  const next = () => {
    const t = low(a + b + counter);
    counter = low(counter + 1n);
    a = b ^ (b >> 9n);
    b = low(c + (c << 3n));
    c = low(low((c << 21n) | (c >> 11n)) + t);
    return Number(t);
  };
  for (let warmup = 0; warmup < 15; warmup++) next();
  return Array.from({ length: count }, next);
}
