import { readFile } from 'node:fs/promises';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { interactionCount, itemCounts } from '../../data/interactions.ts';
import { popularityRanks } from '../../data/item-selection.ts';
import { datasetStatistics } from '../../data/statistics.ts';
import { createRng } from '../../math/rng.ts';
import { kCore } from '../../preparations/k-core/k-core.ts';
import { movielensSmall } from './movielens-small.ts';

const folder = new URL('../../../../public/data/movielens-small/', import.meta.url);
const bytes = await readFile(new URL('interactions.bin', folder));
const rng = createRng(1);
const load = () => movielensSmall.load({}, memorySource({ 'movielens-small/interactions.bin': bytes }), rng);

describe('movielens-small', () => {
  it('has the published counts', async () => {
    const dataset = await load();
    const { perUser, perItem, ...rest } = datasetStatistics(dataset);
    expect(rest).toMatchObject({ users: 671, items: 9066, interactions: 100004 });
    expect([perUser.min, perUser.median, perUser.max]).toEqual([20, 71, 2391]);
    expect([perItem.min, perItem.median, perItem.max]).toEqual([1, 3, 341]);
    expect(rest.sequenceLength).toEqual(perUser);
    expect([dataset.userIds.at(-1), dataset.itemIds.at(-1)]).toEqual(['671', '163949']);
    expect(dataset.interactions.values?.filter((value) => value === 4)).toHaveLength(28750);
    const core = kCore.prepare(dataset, { users: 10, items: 10, iterated: true }, rng).interactions;
    expect([core.userCount, core.itemCount, interactionCount(core)]).toEqual([670, 2245, 81906]);
  });

  it('has titles, genres and popularity of known films', async () => {
    const { itemIds, titles, genres, interactions } = await load();
    expect(titles?.[0]).toBe('Toy Story (1995)');
    expect(genres?.[0]).toEqual(['Adventure', 'Animation', 'Children', 'Comedy', 'Fantasy']);
    const forrestGump = titles?.indexOf('Forrest Gump (1994)') ?? -1;
    expect(itemIds[forrestGump]).toBe('356');
    const counts = itemCounts(interactions);
    expect([counts[forrestGump], popularityRanks(counts)[forrestGump]]).toEqual([341, 1]);
  });

  it('is at most 450 KB on the wire with its licence, packed by the host or not', async () => {
    const licence = await readFile(new URL('LICENCE-GroupLens-README.txt', folder));
    expect(new TextDecoder().decode(licence)).toContain(
      'redistribute the data set, including transformations',
    );
    expect(bytes.length + licence.length).toBeLessThan(450_000);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(450_000);
  });
});
