import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { file } from './file.ts';
import type { FileParameters } from './spec.ts';

const csv = 'userId,movieId,rating,timestamp\n1,31,2.5,9\n2,40,4,7\n2,31,5,8\n';
const movies = 'movieId,title,genres\n31,"Wolf, The (1999)",Drama\n40,Owl (2000),Comedy|War\n';
const source = memorySource({
  'ratings.csv': csv,
  'ratings.csv.gz': gzipSync(new TextEncoder().encode(csv)),
  'movies.csv': movies,
  'short.csv': 'movieId,title\n31,Wolf\n',
  'u.data': '1\t31\t2.5\t9\n2\t40\t4\t7\n2\t31\t5\t8\n',
  'ratings.dat': '1::31::2.5::9\n2::40::4::7\n2::31::5::8\n',
  'odd.csv': 'when,who,what\n9,1,31\n7,2,40\n8,2,31\n',
  'empty.csv': '',
});
const load = (parameters: Partial<FileParameters>) =>
  file.load({ path: '', format: 'auto', columns: '', titlesPath: '', ...parameters }, source, createRng(1));

describe('file', () => {
  it.each(['ratings.csv', 'ratings.csv.gz', 'u.data', 'ratings.dat'])('reads %s by itself', async (path) => {
    const { userIds, itemIds, interactions, name } = await load({ path });
    expect(name).toBe(path);
    expect([userIds, itemIds]).toEqual([
      ['1', '2'],
      ['31', '40'],
    ]);
    expect([...itemsOf(interactions, 1)]).toEqual([0, 1]);
    expect([...(interactions.values ?? [])]).toEqual([2.5, 5, 4]);
    expect([...(interactions.times ?? [])]).toEqual([9, 8, 7]);
  });

  it('reads titles from a second file, and says when some are missing', async () => {
    const whole = await load({ path: 'ratings.csv', titlesPath: 'movies.csv' });
    expect(whole.titles).toEqual(['Wolf, The (1999)', 'Owl (2000)']);
    expect(whole.genres).toEqual([['Drama'], ['Comedy', 'War']]);
    const partly = await load({ path: 'ratings.csv', titlesPath: 'short.csv' });
    expect(partly.titles).toEqual(['Wolf', '40']);
    expect(partly.notes).toEqual(['1 of 2 items have no title and show their id.']);
  });

  it('maps columns by name', async () => {
    const { interactions } = await load({ path: 'odd.csv', columns: 'user=who,item=what,time=when' });
    expect(interactions.values).toBeUndefined();
    expect([...(interactions.times ?? [])]).toEqual([9, 8, 7]);
  });

  it.each<[string, Partial<FileParameters>, string]>([
    ['no path', {}, 'dataset.params.path: must name a file, got ""'],
    ['an empty file', { path: 'empty.csv' }, 'empty.csv: must not be empty'],
    [
      'the wrong separator',
      { path: 'u.data', format: 'ratings-csv' },
      'u.data, line 1: must have at least 2 columns separated by a comma; the file seems to use a TAB',
    ],
    [
      'a header where the format has none',
      { path: 'ratings.csv', format: 'u-data' },
      'ratings.csv, line 1: must have at least 2 columns separated by a TAB; the file seems to use a comma',
    ],
  ])('refuses %s', async (_, parameters, message) => {
    await expect(load(parameters)).rejects.toThrow(message);
  });
});
