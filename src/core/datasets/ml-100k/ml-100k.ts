import type { DatasetLoader } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { readTitles } from '../../data/formats/titles.ts';
import { spec, type Ml100kParameters } from './spec.ts';

const ratingsPath = 'ml-100k/u.data';
const titlesPath = 'ml-100k/u.item';

/** MovieLens 100K: u.data (TAB: user, item, rating, seconds) and u.item ("|", windows-1252, genre flags). */
export const ml100k: DatasetLoader<Ml100kParameters> = {
  async load(_parameters, source) {
    const bytes = await source.raw(ratingsPath);
    const table = readTable(bytes, sniffFormat(bytes, ratingsPath, { format: 'u-data' }), ratingsPath);
    const titles = readTitles(await source.raw(titlesPath), titlesPath);
    const credit =
      'MovieLens 100K, GroupLens, University of Minnesota: F. M. Harper and J. A. Konstan, 2015.';
    return datasetFromTable({ id: spec.id, name: spec.name, credit }, table, titles);
  },
};
