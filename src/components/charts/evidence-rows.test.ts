import { describe, expect, test } from 'vitest';
import type { EvidenceParts } from '../../core/contracts.ts';
import { evidenceRows, fakeShare } from './evidence-rows.ts';

const parts = (of: EvidenceParts['of'], values: readonly number[], exact = false): EvidenceParts => ({
  of,
  indices: Int32Array.from(values.keys()),
  values: Float64Array.from(values),
  exact,
  method: '',
  residual: 0.5,
});
const names = { titles: ['Alien', 'Brazil'], genuineCount: 8 };

describe('the bars of a score', () => {
  test('that add nothing do not stand by themselves', () => {
    const rows = evidenceRows(parts('users', [0, 2, 0, 1], true), names);
    expect(rows.map(({ label, value }) => [label, value])).toEqual([
      ['User 2', 2],
      ['User 4', 1],
      ['2 other genuine users', 0],
    ]);
  });

  test('are its largest parts by name, then sums of the others by role, then the residual', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, -20, 9, 10, 11, 12, 0.25];
    const rows = evidenceRows(parts('users', values), names);
    expect(rows.map(({ label }) => label)).toEqual([
      'User 8',
      'Fake user 4',
      'Fake user 3',
      'Fake user 2',
      'Fake user 1',
      'User 7',
      'User 6',
      'User 5',
      'User 4',
      'User 3',
      '1 other fake user',
      '2 other genuine users',
      'Not taken apart',
    ]);
    const sum = rows.reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(values.reduce((total, value) => total + value, 0) + 0.5, 12);
  });

  test('name items by title, and have no residual where the parts are exact', () => {
    const rows = evidenceRows(parts('items', [0.1, 0.4, 0.2], true), names);
    expect(rows.map(({ label }) => label)).toEqual(['Brazil', 'Item 2', 'Alien']);
  });

  test('have the names that the model gives, else that of their place', () => {
    const named = { ...parts('dimensions', [3, 2, 1], true), labels: ['', '', 'Network branch'] };
    expect(evidenceRows(named, names).map(({ label }) => label)).toEqual([
      'Dimension 1',
      'Dimension 2',
      'Network branch',
    ]);
  });
});

test('the share of fake users is theirs of the sum, and nothing for other parts', () => {
  expect(fakeShare(parts('users', [1, 1, 0, 0, 0, 0, 0, 0, 3, 1]), 8)).toBeCloseTo(4 / 6, 12);
  expect(fakeShare(parts('items', [1]), 8)).toBeUndefined();
  expect(fakeShare(parts('users', []), 8)).toBeUndefined();
});
