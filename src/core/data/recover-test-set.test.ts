import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import { interactionsFromEntries, itemsOf, type Interactions } from './interactions.ts';
import { recoverTestSet } from './recover-test-set.ts';

const [users, items] = [80, 60];
const rng = createRng(5);
const pairs = Array.from({ length: users }, (_, user) =>
  Array.from(rng.sample(items, 12), (item) => ({ user, item })),
).flat();
const whole = interactionsFromEntries(users, items, pairs);
const hidden = pairs.filter(() => rng.uniform() < 0.25);

/** A test set under numbers that follow the first training row of each item, user by user. */
function published(test: typeof hidden): Interactions {
  const tested = new Set(test.map(({ user, item }) => user * items + item));
  const numbers = new Map<number, number>();
  for (let user = 0; user < users; user++) {
    for (const item of rng.shuffle(Int32Array.from(itemsOf(whole, user)))) {
      if (!tested.has(user * items + item) && !numbers.has(item)) numbers.set(item, numbers.size);
    }
  }
  const used = [...new Set(test.map(({ item }) => numbers.get(item) as number))].sort((a, b) => a - b);
  return interactionsFromEntries(
    users,
    used.length,
    test.map(({ user, item }) => ({ user, item: used.indexOf(numbers.get(item) as number) })),
  );
}

describe('recoverTestSet', () => {
  it('finds the hidden pairs of a published test set from who is in it', () => {
    const { test, ambiguous } = recoverTestSet(whole, published(hidden));
    expect(ambiguous).toBe(0);
    const truth = interactionsFromEntries(users, items, hidden);
    expect([test.offsets, test.items]).toEqual([truth.offsets, truth.items]);
  });

  it('keeps to pairs of the data, one item a number, where test users alone cannot tell', () => {
    const few = hidden.filter((_, at) => at % 4 === 0);
    const given = published(few);
    const { test, ambiguous } = recoverTestSet(whole, given);
    expect(ambiguous).toBeGreaterThan(0);
    for (let user = 0; user < users; user++) {
      const own = new Set(itemsOf(whole, user));
      expect([...itemsOf(test, user)].every((item) => own.has(item))).toBe(true);
      expect(itemsOf(test, user)).toHaveLength(itemsOf(given, user).length);
    }
    const truth = new Set(few.map(({ user, item }) => user * items + item));
    const right = Array.from({ length: users }, (_, user) =>
      [...itemsOf(test, user)].filter((item) => truth.has(user * items + item)),
    ).flat();
    // A guess among a user's 12 items would be right in one of 12.
    expect(right.length / few.length).toBeGreaterThan(0.4);
  });

  it('refuses a test set whose users never had such an item in common', () => {
    const wrong = interactionsFromEntries(
      users,
      1,
      Array.from({ length: users }, (_, user) => ({ user, item: 0 })),
    );
    expect(() => recoverTestSet(whole, wrong)).toThrow('must be an item of the dataset');
  });
});
