import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { movielensSmall } from '../core/datasets/movielens-small/movielens-small.ts';
import { createRng } from '../core/math/rng.ts';
import { memorySource } from '../testing/memory-source.ts';
import { datasetsCommand } from './datasets.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recsec-datasets-'));
  await writeFile(
    join(folder, 'ratings.csv'),
    'userId,movieId,rating,timestamp\n1,31,2.5,9\n1,7,4,9\n2,31,5,8\n',
  );
  await writeFile(
    join(folder, 'movies.csv'),
    'movieId,title,genres\n7,"Wolf, The",Drama\n31,Owl,(no genres listed)\n',
  );
  await writeFile(join(folder, 'LICENCE-GroupLens-README.txt'), 'terms');
});
afterEach(() => rm(folder, { recursive: true }));

describe('datasets', () => {
  it('packs the tables into a file that the loader reads, with the licence beside it', async () => {
    const printed = await datasetsCommand(['movielens-small', folder, join(folder, 'out')]);
    expect(printed).toHaveLength(2);
    const made = join(folder, 'out', 'movielens-small');
    expect(await readFile(join(made, 'LICENCE-GroupLens-README.txt'), 'utf8')).toBe('terms');
    const bytes = await readFile(join(made, 'interactions.bin'));
    const source = memorySource({ 'movielens-small/interactions.bin': bytes });
    const dataset = await movielensSmall.load({}, source, createRng(1));
    expect(dataset).toMatchObject({
      itemIds: ['7', '31'],
      titles: ['Wolf, The', 'Owl'],
      genres: [['Drama'], []],
    });
    expect([...(dataset.interactions.values ?? [])]).toEqual([4, 2.5, 5]);
    expect([...(dataset.interactions.times ?? [])]).toEqual([0, 1, 0]);
  });

  it.each([
    [
      'another dataset',
      ['ml-100k', 'x'],
      'datasets: must name a bundled dataset, there is movielens-small, got "ml-100k"',
    ],
    ['no folder', ['movielens-small'], 'datasets: must be given as: datasets movielens-small DIR [OUT]'],
    [
      'a folder without tables',
      ['movielens-small', '/nowhere'],
      'must be a folder with ratings.csv, movies.csv and their licence',
    ],
  ])('refuses %s', async (_, args, message) => {
    await expect(datasetsCommand(args)).rejects.toThrow(message);
  });
});
