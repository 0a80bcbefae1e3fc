import { describe, test } from 'vitest';
import { kmeans } from '../../core/math/kmeans.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

describe('golden kmeans', () => {
  test.each(goldenCases('kmeans'))('$case', (golden) => {
    const [points, centres] = [inputRows(golden, 'points'), inputRows(golden, 'centres')];
    expectGolden({ ...kmeans(points, centres, inputNumber(golden, 'iterations')) }, golden);
  });
});
