import { expect, test } from 'vitest';
import { againstOpponent } from './against-opponent.ts';

test('says who is ahead, by how much and how often, repeat against repeat', () => {
  expect(againstOpponent([0.2, 0.1, 0.3], [0.1, 0.15, 0.2])).toBe(
    'You beat the machine by 5.0 points on average; you are ahead in 2 of 3 repeats.',
  );
  expect(againstOpponent([0.1], [0.15])).toBe(
    'The machine is ahead by 5.0 points on average; you are ahead in 0 of one repeat.',
  );
});

test('says nothing while a repeat of either is missing', () => {
  expect(againstOpponent([0.1], [])).toBeUndefined();
  expect(againstOpponent([], undefined)).toBeUndefined();
  expect(againstOpponent([0.1, null], [null, 0.2])).toBeUndefined();
});
