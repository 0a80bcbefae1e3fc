import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import { maximumMatching } from './maximum-matching.ts';

describe('maximumMatching', () => {
  it('moves an earlier row to its second choice when a later one has no other', () => {
    expect([...maximumMatching([[0, 1], [0, 2], [0]], 3)]).toEqual([1, 2, 0]);
  });

  it('leaves over what cannot be served', () => {
    const found = maximumMatching([[0], [0], []], 1);
    expect([...found].filter((column) => column >= 0)).toEqual([0]);
    expect(found[2]).toBe(-1);
  });

  it('serves every row of a hidden permutation, however many choices surround it', () => {
    const rng = createRng(3);
    const hidden = rng.shuffle(Int32Array.from({ length: 60 }, (_, at) => at));
    const choices = Array.from(hidden, (column) => [...new Set([rng.integer(60), column, rng.integer(60)])]);
    const found = maximumMatching(choices, 60);
    expect(new Set(found).size).toBe(60);
    expect([...found].every((column, row) => choices[row]?.includes(column))).toBe(true);
  });
});
