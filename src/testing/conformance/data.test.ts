import { describe, expect, test } from 'vitest';
import { catalog } from '../../core/catalog.ts';
import type {
  Dataset,
  DatasetLoader,
  DatasetSpec,
  Preparation,
  PreparationSpec,
  Split,
  SplitSpec,
} from '../../core/contracts.ts';
import { interactionsFromColumns, userColumn } from '../../core/data/columns.ts';
import { interactionsFromEntries, itemsOf, type Interactions } from '../../core/data/interactions.ts';
import { implementations } from '../../core/implementations.ts';
import { createRng } from '../../core/math/rng.ts';
import { choose } from '../../core/run/prepare-data.ts';
import { memorySource } from '../memory-source.ts';
import { smallParameters } from './small-parameters.ts';

/** 24 users of whom user u has u % 7 + 2 of 12 items, rated and timed, some twice. */
function sample(): Dataset {
  const entries = Array.from({ length: 24 }, (_, user) =>
    Array.from({ length: (user % 7) + 2 }, (_, at) => ({
      user,
      item: (user * 5 + (at % 7)) % 12,
      value: 1 + ((user + at) % 9) / 2,
      time: (user * 31 + at * 17) % 100,
    })),
  ).flat();
  return {
    id: 'sample',
    name: 'Sample',
    interactions: interactionsFromEntries(24, 12, entries),
    userIds: Array.from({ length: 24 }, (_, user) => `u${user}`),
    itemIds: Array.from({ length: 12 }, (_, item) => `i${item}`),
    credit: '',
    notes: [],
  };
}

const generated = Object.values(catalog.datasets as Readonly<Record<string, DatasetSpec>>).filter(
  ({ origin }) => origin === 'generated',
);
const preparations = Object.values(catalog.preparations as Readonly<Record<string, PreparationSpec>>);
const splits = Object.values(catalog.splits as Readonly<Record<string, SplitSpec>>);

describe.each(generated)('dataset $id', (spec) => {
  const load = async (seed: number) => {
    const loader = await choose<DatasetLoader>(implementations.datasets, spec.id);
    return loader.load(smallParameters(spec) as never, memorySource({}), createRng(seed));
  };
  test('is the same from the same seed and other from another', async () => {
    const first = await load(1);
    expect(await load(1)).toEqual(first);
    expect((await load(2)).interactions).not.toEqual(first.interactions);
    expect(first.userIds).toHaveLength(first.interactions.userCount);
    expect(first.itemIds).toHaveLength(first.interactions.itemCount);
  });
});

/** Other parameters than the defaults where those would leave nothing of 24 users. */
const preparationParameters: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'k-core': { users: 3, items: 2, iterated: true },
  'sample-users': { users: 9 },
  'rating-threshold': { min: 3 },
};

describe.each(preparations)('preparation $id', (spec) => {
  const prepare = async (dataset: Dataset, seed: number) => {
    const parameters = { ...smallParameters(spec), ...preparationParameters[spec.id] };
    const preparation = await choose<Preparation>(implementations.preparations, spec.id);
    return preparation.prepare(dataset, parameters as never, createRng(seed));
  };
  test('gives the same from the same seed, changes nothing that it was given, and fits its own names', async () => {
    const given = sample();
    const made = await prepare(given, 1);
    expect(given).toEqual(sample());
    expect(await prepare(sample(), 1)).toEqual(made);
    expect(made.interactions.userCount).toBeGreaterThan(0);
    expect(made.userIds).toHaveLength(made.interactions.userCount);
    expect(made.itemIds).toHaveLength(made.interactions.itemCount);
    expect(made.interactions.items.every((item) => item < made.interactions.itemCount)).toBe(true);
  });
});

describe.each(splits)('split $id', (spec) => {
  const divide = async (seed: number, given = sample().interactions) => {
    const splitter = await choose<Split>(implementations.splits, spec.id);
    const published = selectEvery(given, 5);
    return splitter.split(given, smallParameters(spec) as never, createRng(seed), published);
  };
  test('gives the same from the same seed, changes nothing that it was given, and parts train from test', async () => {
    const { interactions } = sample();
    const { train, test: held } = await divide(1, interactions);
    expect(interactions).toEqual(sample().interactions);
    expect(await divide(1)).toEqual({ train, test: held });
    if (spec.id !== 'published') expect((await divide(2)).test).not.toEqual(held);
    for (const part of [train, held]) expect([part.userCount, part.itemCount]).toEqual([24, 12]);
    expect(held.items.length).toBeGreaterThan(0);
    for (let user = 0; user < 24; user++) {
      const before = new Set(itemsOf(interactions, user));
      const kept = new Set(itemsOf(train, user));
      for (const item of itemsOf(held, user)) {
        expect(before.has(item) && !kept.has(item)).toBe(true);
      }
      expect(train.items.length + held.items.length).toBeLessThanOrEqual(interactions.items.length);
    }
  });
});

/** Every n-th interaction: a test set that a paper could have published. */
function selectEvery(interactions: Interactions, n: number): Interactions {
  const places = Int32Array.from(interactions.items.keys()).filter((at) => at % n === 0);
  const users = userColumn(interactions);
  return interactionsFromColumns(interactions.userCount, interactions.itemCount, {
    users: places.map((at) => users[at] as number),
    items: places.map((at) => interactions.items[at] as number),
  });
}
