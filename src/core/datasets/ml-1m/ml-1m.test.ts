import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { ml1m } from './ml-1m.ts';

const recovered = 'userId,movieId,rating,timestamp\n1,1193,5,978300760\n2,1193,4,\n2,661,3,\n';
const source = memorySource({
  'ml-1m/ratings.dat': '1::1193::5::978300760\n1::661::3::978302109\n',
  'ml-1m/ratings_recovered.csv.gz': gzipSync(new TextEncoder().encode(recovered)),
  'ml-1m/movies.dat':
    "661::James and the Giant Peach (1996)::Children's|Musical\n1193::Cuckoo (1975)::Drama\n",
});

describe('ml-1m', () => {
  it('reads ratings.dat and movies.dat in their published format', async () => {
    const dataset = await ml1m.load({ ratings: 'original', users: 'all' }, source, createRng(1));
    expect(dataset).toMatchObject({
      userIds: ['1'],
      itemIds: ['661', '1193'],
      titles: ['James and the Giant Peach (1996)', 'Cuckoo (1975)'],
      genres: [["Children's", 'Musical'], ['Drama']],
    });
  });

  it('counts unknown times of the recovered table, or leaves their users out', async () => {
    const all = await ml1m.load({ ratings: 'recovered', users: 'all' }, source, createRng(1));
    expect(all.notes).toEqual(['2 of 3 interactions have no time.']);
    const timed = await ml1m.load({ ratings: 'recovered', users: 'timed' }, source, createRng(1));
    expect([timed.userIds, timed.itemIds]).toEqual([['1'], ['1193']]);
    expect(timed.notes).toEqual(['1 users without times are left out.']);
  });
});
