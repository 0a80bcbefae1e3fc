import { describe, expect, it } from 'vitest';
import { interactionsFromEntries, itemsOf } from './interactions.ts';
import { applyPoison } from './poison.ts';

const genuine = interactionsFromEntries(2, 3, [
  { user: 0, item: 1, value: 4 },
  { user: 1, item: 0, value: 2 },
]);

describe('applyPoison', () => {
  it('puts fake users below the genuine ones and changes neither', () => {
    const fakeUsers = interactionsFromEntries(1, 3, [
      { user: 0, item: 2 },
      { user: 0, item: 0 },
    ]);
    const before = structuredClone(genuine);
    const poisoned = applyPoison(genuine, { produces: 'poison', fakeUsers });
    expect(poisoned.userCount).toBe(3);
    expect([0, 1, 2].map((user) => [...itemsOf(poisoned, user)])).toEqual([[1], [0], [0, 2]]);
    expect(poisoned.values).toBeUndefined();
    expect(genuine).toEqual(before);
  });

  it('keeps ratings when fake users rate', () => {
    const fakeUsers = interactionsFromEntries(1, 3, [{ user: 0, item: 2, value: 5 }]);
    expect([...(applyPoison(genuine, { produces: 'poison', fakeUsers }).values ?? [])]).toEqual([4, 2, 5]);
  });

  it('changes nothing with no fake users', () => {
    const fakeUsers = interactionsFromEntries(0, 3, []);
    expect(applyPoison(genuine, { produces: 'poison', fakeUsers })).toEqual(genuine);
  });

  it('refuses fake users over other items', () => {
    const fakeUsers = interactionsFromEntries(1, 4, [{ user: 0, item: 3 }]);
    expect(() => applyPoison(genuine, { produces: 'poison', fakeUsers })).toThrow(
      'poison.fakeUsers: fake users must be over the 3 items of the training data, got 4',
    );
  });
});
