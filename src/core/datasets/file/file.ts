import type { DatasetLoader } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { readTitles } from '../../data/formats/titles.ts';
import { unpacked } from '../../data/formats/unpack.ts';
import { badInput } from '../../errors.ts';
import { spec, type FileParameters } from './spec.ts';

/** The user's own table of interactions. Format and columns are taken as given, or found from the first lines. */
export const file: DatasetLoader<FileParameters> = {
  async load({ path, format, columns, titlesPath }, source) {
    if (path === '') throw badInput('dataset.params.path', 'must name a file', path);
    const bytes = unpacked(await source.file(path), path);
    const layout = sniffFormat(bytes, path, { format: format === 'auto' ? undefined : format, columns });
    const table = readTable(bytes, layout, path);
    const titles =
      titlesPath === ''
        ? undefined
        : readTitles(unpacked(await source.file(titlesPath), titlesPath), titlesPath);
    return datasetFromTable({ id: spec.id, name: path, credit: path }, table, titles);
  },
};
