import type { Interactions } from './interactions.ts';

/** Compressed sparse rows alone. */
export interface Rows {
  readonly offsets: Int32Array; // [rows + 1]
  readonly items: Int32Array; // [nnz]
  readonly values?: Float32Array; // [nnz]
}

/** The given rows, in the given order. O(rows + their entries). */
export function selectRows({ offsets, items }: Rows, rows: ArrayLike<number>): Rows {
  const chosen = new Int32Array(rows.length + 1);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    chosen[at + 1] = (chosen[at] as number) + (offsets[row + 1] as number) - (offsets[row] as number);
  }
  const entries = new Int32Array(chosen[rows.length] as number);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    entries.set(items.subarray(offsets[row], offsets[row + 1]), chosen[at]);
  }
  return { offsets: chosen, items: entries };
}

/** Users of every item, ascending, with their values: rows and columns exchanged. O(U + I + nnz). */
export function usersByItem({ userCount, itemCount, offsets, items, values }: Interactions): Rows {
  const turned = new Int32Array(itemCount + 1);
  for (const item of items) turned[item + 1] = (turned[item + 1] as number) + 1;
  for (let item = 0; item < itemCount; item++) {
    turned[item + 1] = (turned[item + 1] as number) + (turned[item] as number);
  }
  const cursor = turned.slice();
  const users = new Int32Array(items.length);
  const turnedValues = values && new Float32Array(items.length);
  for (let user = 0; user < userCount; user++) {
    for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++) {
      const item = items[at] as number;
      const place = cursor[item] as number;
      users[place] = user;
      if (values && turnedValues) turnedValues[place] = values[at] as number;
      cursor[item] = place + 1;
    }
  }
  return { offsets: turned, items: users, ...(turnedValues && { values: turnedValues }) };
}
