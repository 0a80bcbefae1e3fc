import type { Dataset, DatasetLoader } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { readTitles } from '../../data/formats/titles.ts';
import { unpacked } from '../../data/formats/unpack.ts';
import { keepInteractions } from '../../data/subset.ts';
import { spec, type Ml1mParameters } from './spec.ts';

const files = {
  original: { path: 'ml-1m/ratings.dat', format: 'ratings-dat' },
  recovered: { path: 'ml-1m/ratings_recovered.csv.gz', format: 'ratings-csv' },
} as const;
const titlesPath = 'ml-1m/movies.dat';

/** MovieLens 1M: ratings.dat ("::": user, item, rating, seconds), or its recovered table, and movies.dat (windows-1252). */
export const ml1m: DatasetLoader<Ml1mParameters> = {
  async load({ ratings, users }, source) {
    const { path, format } = files[ratings];
    const bytes = unpacked(await source.raw(path), path);
    const table = readTable(bytes, sniffFormat(bytes, path, { format }), path);
    const titles = readTitles(await source.raw(titlesPath), titlesPath);
    const credit = 'MovieLens 1M, GroupLens, University of Minnesota: F. M. Harper and J. A. Konstan, 2015.';
    const dataset = datasetFromTable({ id: spec.id, name: spec.name, credit }, table, titles);
    return users === 'timed' ? timedUsers(dataset) : dataset;
  },
};

/** Only the users for whom every time is known. */
function timedUsers(dataset: Dataset): Dataset {
  const { times, offsets, userCount } = dataset.interactions;
  const isTimed = Array.from(
    { length: userCount },
    (_, user) => !times?.subarray(offsets[user], offsets[user + 1]).some(Number.isNaN),
  );
  const dropped = isTimed.filter((timed) => !timed).length;
  const kept = keepInteractions(dataset, (_, user) => isTimed[user] === true);
  return { ...kept, notes: dropped > 0 ? [`${dropped} users without times are left out.`] : [] };
}
