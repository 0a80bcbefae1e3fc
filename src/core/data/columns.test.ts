import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import { interactionsFromColumns, userColumn } from './columns.ts';
import { interactionsFromEntries } from './interactions.ts';

describe('interactionsFromColumns', () => {
  it('agrees with sorting the entries, repeats in their order of arrival', () => {
    const rng = createRng(3);
    const entries = Array.from({ length: 500 }, (_, at) => ({
      user: rng.integer(20),
      item: rng.integer(15),
      value: at,
      time: rng.integer(1000),
    }));
    const columns = {
      users: Int32Array.from(entries, (entry) => entry.user),
      items: Int32Array.from(entries, (entry) => entry.item),
      values: Float32Array.from(entries, (entry) => entry.value),
      times: Float64Array.from(entries, (entry) => entry.time),
    };
    expect(interactionsFromColumns(20, 15, columns)).toEqual(interactionsFromEntries(20, 15, entries));
  });

  it('leaves out ratings and times that are not given', () => {
    const built = interactionsFromColumns(2, 2, { users: Int32Array.of(1), items: Int32Array.of(0) });
    expect(Object.keys(built).sort()).toEqual(['itemCount', 'items', 'offsets', 'userCount']);
    expect([...built.offsets]).toEqual([0, 0, 1]);
  });
});

describe('userColumn', () => {
  it('is the user of every entry', () => {
    const users = Int32Array.of(2, 0, 2);
    const built = interactionsFromColumns(3, 4, { users, items: Int32Array.of(3, 1, 0) });
    expect([...userColumn(built)]).toEqual([0, 2, 2]);
  });
});
