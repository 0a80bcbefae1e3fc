import { expect, test } from 'vitest';
import { canonicalJson, fingerprint } from './fingerprint.ts';

test('is 32 hex digits and the same for the same text', () => {
  expect(fingerprint('spec')).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint('spec')).toBe(fingerprint('spec'));
  expect(fingerprint('')).toMatch(/^[0-9a-f]{32}$/);
});

test('differs for 20,000 texts that differ in one number', () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `{"epochs":${at},"seed":1}`);
  const prints = texts.map(fingerprint);
  expect(new Set(prints).size).toBe(texts.length);
  for (const part of [0, 8, 16, 24]) {
    // each word alone is spread: about 0.05 collisions are expected among 20,000 draws of 32 bits
    expect(new Set(prints.map((print) => print.slice(part, part + 8))).size).toBeGreaterThan(19_990);
  }
});

test('one changed letter changes about half of the bits', () => {
  const bits = (hex: string) =>
    [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  const changed = Array.from({ length: 200 }, (_, at) => {
    const [a, b] = [bits(fingerprint(`text ${at}a`)), bits(fingerprint(`text ${at}b`))];
    return [...a].filter((bit, place) => bit !== b[place]).length;
  });
  const mean = changed.reduce((sum, count) => sum + count, 0) / changed.length;
  expect(Math.abs(mean - 64)).toBeLessThan(4);
});

test('canonical JSON does not depend on the order of keys, at any depth, but on that of lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(canonicalJson({ a: 1, b: { c: 2, d: 3 } })).toBe(canonicalJson({ b: { d: 3, c: 2 }, a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});
