import type { Dataset, DatasetLoader, DataSource } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { unpacked } from '../../data/formats/unpack.ts';
import { recoverTestSet } from '../../data/recover-test-set.ts';
import { badInput } from '../../errors.ts';
import { spec, type Gowalla15coreParameters } from './spec.ts';

const paths = {
  pairs: 'gowalla-15core/gowalla_15core.csv.gz',
  test: 'gowalla-15core/tang_test.csv',
} as const;

/** Gowalla check-ins: distinct pairs of user and place, without times; with the authors' test set when asked. */
export const gowalla15core: DatasetLoader<Gowalla15coreParameters> = {
  async load({ testSet }, source) {
    const credit = 'Gowalla check-ins: E. Cho, S. A. Myers and J. Leskovec, 2011 (SNAP).';
    const dataset = datasetFromTable(
      { id: spec.id, name: spec.name, credit },
      await pairsOf(paths.pairs, source),
    );
    return testSet === 'none' ? dataset : withTestSet(dataset, source);
  },
};

async function withTestSet(dataset: Dataset, source: DataSource): Promise<Dataset> {
  const { interactions: published } = await pairsOf(paths.test, source);
  const { userCount } = dataset.interactions;
  if (published.userCount !== userCount)
    throw badInput(paths.test, `must name all ${userCount} users`, published.userCount);
  const { test, ambiguous } = recoverTestSet(dataset.interactions, published);
  const note = `${ambiguous} of ${published.itemCount} places in the authors’ test set could be more than one place of the data.`;
  return { ...dataset, publishedTest: test, notes: [...dataset.notes, note] };
}

async function pairsOf(path: string, source: DataSource) {
  const bytes = unpacked(await source.raw(path), path);
  return readTable(bytes, sniffFormat(bytes, path, { format: 'uid-sid' }), path);
}
