import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, DataSource } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { readTable } from '../../data/formats/table.ts';
import { itemCounts, itemIndex, type Interactions } from '../../data/interactions.ts';
import { stratumItems } from '../../data/item-selection.ts';
import { usersByItem, type Rows } from '../../data/select-rows.ts';
import { gowalla15core } from '../../datasets/gowalla-15core/gowalla-15core.ts';
import { createRng } from '../../math/rng.ts';
import type { Stratum } from '../../params/fields.ts';
import { paperTargets } from './gowalla-targets.ts';

const root = resolve(process.env.RECSEC_DATA ?? '../shared/data');
const source: DataSource = {
  bundled: () => Promise.reject(new Error('raw data only')),
  raw: (path) => readFile(join(root, path)),
  file: (path) => readFile(path),
};
const all = Object.values(paperTargets).flat();
/** In no test set; told by the test set as another place; one of six. */
const [untested, other, open] = [9272, 9213, 10359];

const usersOf = ({ offsets, items }: Rows, row: number) => [
  ...items.subarray(offsets[row], offsets[row + 1]),
];

describe.runIf(existsSync(join(root, 'gowalla-15core')))('the authors’ target places', () => {
  let dataset: Dataset;
  let test: Interactions;
  let [owners, testers, publishedTesters]: Rows[] = [];
  let publishedRow: ReadonlyMap<string, number>;
  let itemOf: ReadonlyMap<string, number>;
  beforeAll(async () => {
    dataset = await gowalla15core.load({ testSet: 'tang' }, source, createRng(1));
    test = dataset.publishedTest as Interactions;
    const bytes = await readFile(join(root, 'gowalla-15core/tang_test.csv'));
    const table = readTable(
      bytes,
      sniffFormat(bytes, 'tang_test.csv', { format: 'uid-sid' }),
      'tang_test.csv',
    );
    publishedRow = new Map(table.itemIds.map((id, row) => [id, row]));
    itemOf = new Map(dataset.itemIds.map((id, item) => [id, item]));
    [owners, testers, publishedTesters] = [dataset.interactions, test, table.interactions].map(usersByItem);
  });
  const indexOf = (id: string) => itemOf.get(id) as number;
  const visitors = (id: string) => usersOf(owners as Rows, indexOf(id));
  const testersOf = (number: number) => {
    const row = publishedRow.get(String(number));
    return row === undefined ? [] : usersOf(publishedTesters as Rows, row);
  };
  /** The first user who keeps the place for training, were it the one of that number. */
  const keeper = (number: number, id: string) => {
    const tested = new Set(testersOf(number));
    return visitors(id).find((user) => !tested.has(user));
  };
  const placeOf = (wanted: number) => all.find(([number]) => number === wanted)?.[1] as string;

  it('have the test users of their numbers, all of whom visited them', () => {
    for (const [number, id] of all) {
      expect(visitors(id), id).toEqual(expect.arrayContaining(testersOf(number)));
      if (number !== other) expect(usersOf(testers as Rows, indexOf(id)), id).toEqual(testersOf(number));
    }
    expect(testersOf(untested)).toEqual([]);
  });

  it('are numbered in the order of the first user who keeps them for training', () => {
    const keepers = [...all].sort(([a], [b]) => a - b).map(([number, id]) => keeper(number, id));
    expect(keepers).not.toContain(undefined);
    expect(keepers).toEqual([...keepers].sort((a = 0, b = 0) => a - b));
  });

  it('belong to their strata by training clicks', () => {
    const tested = itemCounts(test);
    const kept = itemCounts(dataset.interactions).map((count, item) => count - (tested[item] as number));
    for (const [number, id] of all) kept[indexOf(id)] = visitors(id).length - testersOf(number).length;
    for (const [stratum, places] of Object.entries(paperTargets)) {
      const members = stratumItems(kept, stratum as Stratum);
      for (const [, id] of places) expect(members, id).toContain(itemIndex(indexOf(id)));
    }
  });

  it('stand alone where nobody tested the place, and among six where the note says so', () => {
    const alone = placeOf(untested);
    const rivals = dataset.itemIds.filter(
      (id) =>
        usersOf(testers as Rows, indexOf(id)).length === 0 &&
        keeper(untested, id) === keeper(untested, alone),
    );
    expect(rivals).toEqual([alone]);

    const alike = dataset.itemIds.filter(
      (id) =>
        testersOf(open).every((user) => visitors(id).includes(user)) &&
        keeper(open, id) === keeper(open, placeOf(open)),
    );
    expect(alike).toEqual(expect.arrayContaining(['23379', '23503', '23505', '23506', '23508', '23510']));
  });
});
