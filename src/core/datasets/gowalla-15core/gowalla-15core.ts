import type { DatasetLoader } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { unpacked } from '../../data/formats/unpack.ts';
import { spec, type Gowalla15coreParameters } from './spec.ts';

const path = 'gowalla-15core/gowalla_15core.csv.gz';

/** Gowalla check-ins: distinct pairs of user and place, without times. */
export const gowalla15core: DatasetLoader<Gowalla15coreParameters> = {
  async load(_parameters, source) {
    const bytes = unpacked(await source.raw(path), path);
    const table = readTable(bytes, sniffFormat(bytes, path, { format: 'uid-sid' }), path);
    const credit = 'Gowalla check-ins: E. Cho, S. A. Myers and J. Leskovec, 2011 (SNAP).';
    return datasetFromTable({ id: spec.id, name: spec.name, credit }, table);
  },
};
