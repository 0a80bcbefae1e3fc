import type { Dataset, DatasetLoader, Preparation, Split, SplitData } from '../contracts.ts';
import { itemCounts, type ItemIndex } from '../data/interactions.ts';
import { popularityRanks, resolveItems } from '../data/item-selection.ts';
import { datasetStatistics } from '../data/statistics.ts';
import { badInput } from '../errors.ts';
import { implementations } from '../implementations.ts';
import type { Rng } from '../math/rng.ts';
import type { ItemSelection } from '../params/fields.ts';
import type { PreparedSummary } from './events.ts';
import type { ExperimentSpec, Stream } from './experiment-spec.ts';
import type { RunHost } from './host.ts';

/** The data of one repeat: prepared, split, with the attack's targets found. */
export interface PreparedData extends SplitData {
  readonly dataset: Dataset;
  readonly targets: readonly ItemIndex[];
  readonly popularity: Int32Array; // training clicks [I]
}

/** Loads and prepares the data of a repeat. Throws bad input that names the step after which nothing is left. */
export async function loadDataset(
  spec: Pick<ExperimentSpec, 'dataset' | 'prepare'>,
  streams: Readonly<Record<Stream, Rng>>,
  host: RunHost,
): Promise<Dataset> {
  const loader = await choose<DatasetLoader>(implementations.datasets, spec.dataset.id);
  let dataset = await loader.load(spec.dataset.params as never, host.source, streams.data.stream('dataset'));
  for (const [at, step] of spec.prepare.entries()) {
    await host.yieldNow();
    const preparation = await choose<Preparation>(implementations.preparations, step.id);
    dataset = preparation.prepare(dataset, step.params as never, streams.data.stream(`prepare-${at}`));
    if (dataset.interactions.userCount === 0)
      throw badInput(`prepare[${at}]`, `no users are left after ${step.id}`, step.params);
  }
  const { interactions } = dataset;
  if (interactions.userCount === 0) throw badInput('dataset', 'holds no users', spec.dataset.id);
  if (interactions.itemCount < 2)
    throw badInput('dataset', 'must hold at least two items', interactions.itemCount);
  return dataset;
}

/** Loads, prepares and splits the data of a repeat. Throws bad input that names the step after which nothing is left. */
export async function prepareData(
  spec: ExperimentSpec,
  streams: Readonly<Record<Stream, Rng>>,
  host: RunHost,
): Promise<PreparedData> {
  const dataset = await loadDataset(spec, streams, host);
  const splitter = await choose<Split>(implementations.splits, spec.split.id);
  const { train, test } = splitter.split(
    dataset.interactions,
    spec.split.params as never,
    streams.split,
    dataset.publishedTest,
  );
  const popularity = itemCounts(train);
  const { downstream } = spec.evaluation;
  const chooser = downstream ?? spec.attack?.params;
  const selection = chooser?.targetItems as ItemSelection | undefined;
  const targets = selection
    ? resolveItems(
        selection,
        { itemIds: dataset.itemIds, itemCounts: popularity },
        streams.attack.stream('targets'),
        downstream ? 'evaluation.downstream.targetItems' : 'attack.params.targetItems',
      )
    : [];
  return { dataset, train, test, targets, popularity };
}

/** The prepared data as the page shows it. */
export function preparedSummary({ dataset, targets, popularity }: PreparedData): PreparedSummary {
  const ranks = popularityRanks(popularity);
  return {
    datasetName: dataset.name,
    credit: dataset.credit,
    notes: dataset.notes,
    statistics: datasetStatistics(dataset),
    titles: dataset.titles ?? dataset.itemIds,
    itemIds: dataset.itemIds,
    targets,
    popularityRankOfTargets: targets.map((item) => ranks[item] as number),
  };
}

/** The implementation of an id that the plan has checked. */
export async function choose<T>(table: Readonly<Record<string, () => Promise<T>>>, id: string): Promise<T> {
  const load = table[id];
  if (!load) throw new Error(`no implementation of ${id}`);
  return load();
}
