import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dataset } from '../core/contracts.ts';
import { packDataset } from '../core/data/formats/compact.ts';
import { sniffFormat } from '../core/data/formats/sniff.ts';
import { datasetFromTable } from '../core/data/formats/table-dataset.ts';
import { readTable } from '../core/data/formats/table.ts';
import { readTitles } from '../core/data/formats/titles.ts';
import { spec } from '../core/datasets/movielens-small/spec.ts';
import { badInput } from '../core/errors.ts';

/** The licence that must stay beside the data, word for word. */
const licenceFile = 'LICENCE-GroupLens-README.txt';
const bundledFolder = fileURLToPath(new URL('../../public/data/', import.meta.url));

/**
 * `npm run datasets -- movielens-small DIR`: packs DIR/ratings.csv and DIR/movies.csv, with the licence of the data beside them, into
 * the files bundled with the page. A third argument is another folder to write to. Returns the lines to print.
 */
export async function datasetsCommand(args: readonly string[]): Promise<readonly string[]> {
  const [id, from, to = bundledFolder, ...rest] = args;
  if (id !== spec.id)
    throw badInput('datasets', `must name a bundled dataset, there is ${spec.id}`, id ?? '');
  if (from === undefined || rest.length > 0) {
    throw badInput('datasets', `must be given as: datasets ${spec.id} DIR [OUT]`, args.join(' '));
  }
  const packed = packDataset(await movielensFromCsv(from));
  const folder = join(to, spec.id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'interactions.bin'), packed);
  await writeFile(join(folder, licenceFile), await input(from, licenceFile));
  return [`${join(folder, 'interactions.bin')}: ${packed.length} bytes`, join(folder, licenceFile)];
}

/** The dataset of ratings.csv and movies.csv in a folder. */
export async function movielensFromCsv(folder: string): Promise<Dataset> {
  const ratings = await input(folder, 'ratings.csv');
  const layout = sniffFormat(ratings, 'ratings.csv', { format: 'ratings-csv' });
  const titles = readTitles(await input(folder, 'movies.csv'), 'movies.csv');
  return datasetFromTable(
    { id: spec.id, name: spec.name, credit: '' },
    readTable(ratings, layout, 'ratings.csv'),
    titles,
  );
}

async function input(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch {
    throw badInput(
      'datasets',
      'must be a folder with ratings.csv, movies.csv and their licence',
      join(folder, name),
    );
  }
}
