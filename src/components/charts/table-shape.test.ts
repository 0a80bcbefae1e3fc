import { expect, test } from 'vitest';
import { tableShape } from './table-shape.ts';

const [laptop, phone] = [976, 300];

test('few metrics stand beside each other, many one below the other', () => {
  expect(tableShape(laptop, 14, 5, 6)).toBe('phases as rows');
  expect(tableShape(laptop, 14, 5, 11)).toBe('metrics as rows');
});

test('intervals below the numbers need more room', () => {
  expect(tableShape(laptop, 14, 5, 8, true)).toBe('metrics as rows');
  expect(tableShape(laptop, 14, 5, 8)).toBe('phases as rows');
});

test('on a phone, and where both are many, nothing stands beside anything', () => {
  expect(tableShape(phone, 14, 3, 4)).toBe('stacked');
  expect(tableShape(laptop, 14, 12, 12)).toBe('stacked');
});

test('larger text on a projector needs more room', () => {
  expect(tableShape(laptop, 22, 5, 6)).not.toBe('phases as rows');
});
