import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createRng, type Rng } from '../math/rng.ts';
import { fromBase64Url, toBase64Url } from './base64-url.ts';
import { decodeSpec, encodeSpec } from './codec.ts';

const names = ['seed', 'attack', 'params', 'unrollSteps', 'é ü "quoted"', '日本', '__proto__', ''];

function randomValue(rng: Rng, depth: number): unknown {
  switch (rng.integer(depth > 0 ? 7 : 5)) {
    case 0:
      return null;
    case 1:
      return rng.integer(2) === 1;
    case 2:
      return rng.integer(2000) - 1000;
    case 3:
      return rng.normal() * 10 ** (rng.integer(40) - 20);
    case 4:
      return names[rng.integer(names.length)];
    case 5:
      return Array.from({ length: rng.integer(5) }, () => randomValue(rng, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: rng.integer(6) }, () => [
          names[rng.integer(names.length)] ?? '',
          randomValue(rng, depth - 1),
        ]),
      );
  }
}

test('random values come back as they were, from text that a URL takes unchanged', () => {
  const rng = createRng(11);
  for (let round = 0; round < 300; round++) {
    const value = randomValue(rng, 4);
    const text = encodeSpec(value);
    expect(encodeURIComponent(text)).toBe(text);
    expect(JSON.stringify(decodeSpec(text))).toBe(JSON.stringify(value));
  }
});

test('bytes of every length come back from base64url', () => {
  const rng = createRng(12);
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, () => rng.integer(256));
    expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
  }
  expect(toBase64Url(Uint8Array.of(251, 255, 254))).toBe('-__-');
});

test('a whole experiment takes fewer characters than its JSON', () => {
  const component = (id: string) => ({ id, params: { embeddingSize: 16, epochs: 100, learningRate: 0.1 } });
  const spec = {
    version: 1,
    victim: component('wrmf'),
    attack: { ...component('x'), surrogate: component('wrmf') },
  };
  expect(encodeSpec(spec).length).toBeLessThan(0.85 * JSON.stringify(spec).length);
});

describe('refuses', () => {
  const good = encodeSpec({ version: 1, seed: 5, dataset: { id: 'movielens-small', params: {} } });

  test('every text that lost or changed one character', () => {
    for (let at = 0; at < good.length; at++) {
      expect(() => decodeSpec(good.slice(0, at) + good.slice(at + 1))).toThrow('url: must');
      const other = good[at] === 'A' ? 'B' : 'A';
      expect(() => decodeSpec(good.slice(0, at) + other + good.slice(at + 1))).toThrow('url: must');
    }
  });

  test.each([
    ['', 'of the form version.checksum.text'],
    ['hello', 'of the form version.checksum.text'],
    ['1.2.3.4', 'of the form version.checksum.text'],
    [good.replace(/^1/, '2'), 'must be a spec text of version 1, got "2"'],
    [`${good}%`, 'only letters, digits'],
    ['1.0.____', 'must be whole'],
  ])('%j', (text, rule) => {
    expect(() => decodeSpec(text)).toThrow(rule);
  });

  test('a small text that unpacks to more than the limit', () => {
    const bomb = deflateSync(strToU8(' '.repeat(3 << 20)), { level: 9 });
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => decodeSpec(`1.0.${toBase64Url(bomb)}`)).toThrow('at most 1048576 bytes');
  });

  test('numbers that are not finite, and values that are no JSON', () => {
    expect(() => encodeSpec({ params: { epochs: Number.NaN } })).toThrow('epochs: must be a finite number');
    expect(() => encodeSpec(undefined)).toThrow('must be a JSON value');
  });
});
