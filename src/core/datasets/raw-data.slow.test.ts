import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { datasetsCommand, movielensFromCsv } from '../../cli/datasets.ts';
import type { Dataset, DataSource } from '../contracts.ts';
import { interactionCount, itemCounts, itemsOf } from '../data/interactions.ts';
import { datasetStatistics } from '../data/statistics.ts';
import { createRng } from '../math/rng.ts';
import { kCore } from '../preparations/k-core/k-core.ts';
import { mergeRepeats } from '../preparations/merge-repeats/merge-repeats.ts';
import { ratingThreshold } from '../preparations/rating-threshold/rating-threshold.ts';
import { leaveOneOut } from '../splits/leave-one-out/leave-one-out.ts';
import { published } from '../splits/published/published.ts';
import { ratio } from '../splits/ratio/ratio.ts';
import { bookCrossing } from './book-crossing/book-crossing.ts';
import { gowalla15core } from './gowalla-15core/gowalla-15core.ts';
import { hetrec2011Lastfm2k } from './hetrec2011-lastfm-2k/hetrec2011-lastfm-2k.ts';
import { ml100k } from './ml-100k/ml-100k.ts';
import { ml1m } from './ml-1m/ml-1m.ts';
import { steam200k } from './steam-200k/steam-200k.ts';

const root = resolve(process.env.RECSEC_DATA ?? '../shared/data');
const present = existsSync(root);
const rng = createRng(1);
const source: DataSource = {
  bundled: (path) => readFile(join('public/data', path)),
  raw: (path) => readFile(join(root, path)),
  file: (path) => readFile(path),
};

/** Users, items and interactions after loading or preparation. */
function size(dataset: Dataset): readonly [number, number, number] {
  const { interactions } = dataset;
  expect(dataset.userIds).toHaveLength(interactions.userCount);
  expect(dataset.itemIds).toHaveLength(interactions.itemCount);
  return [interactions.userCount, interactions.itemCount, interactionCount(interactions)];
}
const core = (dataset: Dataset, users: number, items = users) =>
  kCore.prepare(dataset, { users, items, iterated: true }, rng);
const ratingCounts = (dataset: Dataset) => {
  const counts: Record<string, number> = {};
  for (const value of dataset.interactions.values ?? []) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

it('states whether the raw datasets are here: they may not be redistributed, so a clone has none', () => {
  console.info(
    present ? `raw datasets: ${root}` : `raw datasets absent, not checked: ${root} (set RECSEC_DATA)`,
  );
  expect(typeof present).toBe('boolean');
});

if (present) {
  describe('movielens-small from its tables', () => {
    it('has the published counts, ratings and cores', async () => {
      const dataset = await movielensFromCsv(join(root, 'movielens-small'));
      expect(size(dataset)).toEqual([671, 9066, 100004]);
      expect(ratingCounts(dataset)).toEqual({
        ...{ 0.5: 1101, 1: 3326, 1.5: 1687, 2: 7271, 2.5: 4449 },
        ...{ 3: 20064, 3.5: 10538, 4: 28750, 4.5: 7723, 5: 15095 },
      });
      expect(size(core(dataset, 5))).toEqual([671, 3496, 90072]);
      expect(size(core(dataset, 10))).toEqual([670, 2245, 81906]);
      expect(size(core(dataset, 20))).toEqual([625, 1283, 68017]);
      expect(size(ratingThreshold.prepare(dataset, { min: 4 }, rng))[2]).toBe(51568);
      const { perUser, perItem, density } = datasetStatistics(dataset);
      expect([perUser.min, perUser.median, perUser.max]).toEqual([20, 71, 2391]);
      expect([perItem.min, perItem.median, perItem.max]).toEqual([1, 3, 341]);
      expect(density).toBeCloseTo(0.0164, 4);
      const times = dataset.interactions.times ?? [];
      expect([Math.min(...times), Math.max(...times)]).toEqual([789652009, 1476640644]);
      expect(dataset.titles?.filter((title) => /[^\x00-\x7f]/.test(title))).toHaveLength(271);
      expect(dataset.genres?.filter((genres) => genres.length === 0)).toHaveLength(17);
    });

    it('packs to the very bytes that are bundled, twice', async () => {
      const { mkdtemp, rm } = await import('node:fs/promises');
      const { tmpdir } = await import('node:os');
      const folder = await mkdtemp(join(tmpdir(), 'recsec-'));
      try {
        await datasetsCommand(['movielens-small', join(root, 'movielens-small'), folder]);
        for (const name of ['interactions.bin', 'LICENCE-GroupLens-README.txt']) {
          const made = await readFile(join(folder, 'movielens-small', name));
          expect(made.equals(await readFile(join('public/data/movielens-small', name))), name).toBe(true);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });

  describe('ml-100k', () => {
    it('has the published counts, titles and core', async () => {
      const dataset = await ml100k.load({}, source, rng);
      expect(size(dataset)).toEqual([943, 1682, 100000]);
      expect(ratingCounts(dataset)).toEqual({ 1: 6110, 2: 11370, 3: 27145, 4: 34174, 5: 21201 });
      expect(new Set(dataset.titles).size).toBe(1664);
      expect(dataset.titles?.[542]).toBe('Misérables, Les (1995)');
      expect(dataset.genres?.[0]).toEqual(['Animation', "Children's", 'Comedy']);
      const { perUser, perItem, density } = datasetStatistics(dataset);
      expect([perUser.min, perUser.max, perItem.min, perItem.max]).toEqual([20, 737, 1, 583]);
      expect(density).toBeCloseTo(0.063, 4);
      expect(size(core(dataset, 10))).toEqual([943, 1152, 97953]);
    });

    it('gives the latest item of each user to the test side', async () => {
      const { interactions } = await ml100k.load({}, source, rng);
      const { train, test } = leaveOneOut.split(interactions, { pick: 'latest', minimum: 2 }, rng);
      expect(interactionCount(test)).toBe(943);
      for (let user = 0; user < 943; user++) {
        const hidden = test.times?.[user] ?? Number.NaN;
        const kept = train.times?.subarray(train.offsets[user], train.offsets[user + 1]) ?? [];
        expect(Math.max(...kept)).toBeLessThanOrEqual(hidden);
      }
    });
  });

  describe('ml-1m, recovered', () => {
    it('has the recovered counts and loads in seconds', async () => {
      const start = performance.now();
      const dataset = await ml1m.load({ ratings: 'recovered', users: 'all' }, source, rng);
      const seconds = (performance.now() - start) / 1000;
      console.info(`ml-1m: ${seconds.toFixed(2)} s`);
      expect(size(dataset)).toEqual([6040, 3416, 999608]);
      expect(ratingCounts(dataset)).toEqual({ 1: 56062, 2: 107449, 3: 261034, 4: 348810, 5: 226253 });
      expect(dataset.titles?.[0]).toBe('Toy Story (1995)');
    });

    it('has 4,008 users with times', async () => {
      const dataset = await ml1m.load({ ratings: 'recovered', users: 'timed' }, source, rng);
      expect(size(dataset)[0]).toBe(4008);
      expect(size(dataset)[2]).toBe(669756);
      expect(dataset.notes).toEqual(['2032 users without times are left out.']);
    });
  });

  describe('gowalla-15core', () => {
    it('has the counts of Tang et al. and splits 80/20 to about their test size', async () => {
      const dataset = await gowalla15core.load({ testSet: 'none' }, source, rng);
      expect(size(dataset)).toEqual([13149, 14007, 535610]);
      const { perUser, perItem, density } = datasetStatistics(dataset);
      expect([perUser.min, perUser.max, perItem.min, perItem.max]).toEqual([15, 764, 15, 1743]);
      expect(density).toBeCloseTo(0.0029, 4);
      expect(size(core(dataset, 15))).toEqual([13149, 14007, 535610]);
      const { train, test } = ratio.split(dataset.interactions, { testFraction: 0.2, over: 'user' }, rng);
      expect(interactionCount(train) + interactionCount(test)).toBe(535610);
      expect(interactionCount(test)).toBe(102287);
    });

    it('recovers the authors’ test set whole, up to what nothing tells apart', async () => {
      const dataset = await gowalla15core.load({ testSet: 'tang' }, source, rng);
      const { train, test } = published.split(dataset.interactions, {}, rng, dataset.publishedTest);
      expect([interactionCount(train), interactionCount(test)]).toEqual([433356, 102254]);
      const counts = itemCounts(test);
      expect(counts.filter((count) => count > 0)).toHaveLength(13502);
      expect(Math.max(...counts)).toBe(664);
      const ambiguous = Number(/^\d+/.exec(dataset.notes.at(-1) ?? '')?.[0]);
      expect(ambiguous).toBeLessThan(1302);
    });
  });

  describe('steam-200k', () => {
    it('gives the subset of the thesis: both actions, doubles kept, 20/20-core', async () => {
      const dataset = await steam200k.load({ actions: 'both' }, source, rng);
      expect(size(dataset)).toEqual([12393, 5155, 200000]);
      expect(size(core(dataset, 20))).toEqual([1698, 1397, 132831]);
      expect(size(mergeRepeats.prepare(core(dataset, 20), { rating: 'sum' }, rng))[2]).toBe(84424);
      const merged = mergeRepeats.prepare(dataset, { rating: 'sum' }, rng);
      expect(size(core(merged, 20))).toEqual([1111, 1055, 70378]);
      expect(dataset.titles?.[0]).toBe('The Elder Scrolls V Skyrim');
    });

    it('tells purchases from plays', async () => {
      expect(size(await steam200k.load({ actions: 'purchase' }, source, rng))[2]).toBe(129511);
      expect(size(await steam200k.load({ actions: 'play' }, source, rng))[2]).toBe(70489);
    });
  });

  describe('book-crossing', () => {
    it('has the published counts of ratings and history, and whole titles', async () => {
      const dataset = await bookCrossing.load({ feedback: 'explicit' }, source, rng);
      expect(size(dataset)).toEqual([1295, 14684, 62656]);
      expect(dataset.titles?.some((title) => /&amp|&#?\w+;/.test(title))).toBe(false);
      expect(dataset.notes).toEqual([]);
      const history = await bookCrossing.load({ feedback: 'implicit' }, source, rng);
      expect(size(history)).toEqual([2946, 17384, 272678]);
    });
  });

  describe('hetrec2011-lastfm-2k', () => {
    it('has the published counts and names', async () => {
      const dataset = await hetrec2011Lastfm2k.load({}, source, rng);
      expect(size(dataset)).toEqual([1892, 17632, 92834]);
      expect(dataset.titles?.[0]).toBe('MALICE MIZER');
      const lengths = Array.from({ length: 1892 }, (_, user) => itemsOf(dataset.interactions, user).length);
      expect(lengths.filter((length) => length === 50)).toHaveLength(1829);
      expect(size(core(dataset, 10))).toEqual([1797, 1507, 62376]);
    });
  });
}
