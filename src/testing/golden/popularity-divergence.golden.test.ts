import { describe, test } from 'vitest';
import { popularityDivergence } from '../../core/math/popularity-divergence.ts';
import { expectGolden, goldenCases, inputList } from '../goldens.ts';

describe('golden popularity-divergence', () => {
  test.each(goldenCases('popularity-divergence'))('$case', (golden) => {
    const actual = popularityDivergence(inputList(golden, 'first'), inputList(golden, 'second'));
    expectGolden({ ...actual }, golden);
  });
});
