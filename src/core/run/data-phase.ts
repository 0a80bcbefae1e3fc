import { itemCounts } from '../data/interactions.ts';
import { datasetStatistics } from '../data/statistics.ts';
import { popularityCurve } from '../data/popularity-curve.ts';
import type { Dataset } from '../contracts.ts';
import type { Rng } from '../math/rng.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { ExperimentSpec, Stream } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { loadDataset } from './prepare-data.ts';
import type { CellRecorder } from './recorder.ts';
import type { RepeatEvent } from './repeat-event.ts';

/** Share of the items that count as popular. */
const headShare = 0.1;

/**
 * Describes the data after its preparation, undivided, as metrics `data.*` of the phase `clean`, and draws its long tail as the series
 * `data.popularity`. Nothing is trained.
 */
export async function* dataPhase(
  spec: ExperimentSpec,
  streams: Readonly<Record<Stream, Rng>>,
  host: RunHost,
  recorder: CellRecorder,
): AsyncGenerator<RepeatEvent, void> {
  const began = host.now();
  const dataset = await loadDataset(spec, streams, host);
  const { name, credit, notes, titles, itemIds, interactions } = dataset;
  const statistics = datasetStatistics(dataset);
  yield {
    kind: 'prepared',
    summary: {
      datasetName: name,
      credit,
      notes,
      statistics,
      titles: titles ?? itemIds,
      itemIds,
      targets: [],
      popularityRankOfTargets: [],
    },
  };
  for (const { items, share } of popularityCurve(itemCounts(interactions)))
    yield {
      kind: 'point',
      series: 'data.popularity',
      label: 'most popular items (%)',
      x: items,
      value: share,
    };
  const metrics = dataMetrics(dataset);
  recorder.phase('clean', metrics);
  recorder.seconds('data', (host.now() - began) / 1000);
  yield { kind: 'phase', phase: 'clean', metrics };
  yield { kind: 'progress', progress: { level: 'stage', stage: 'data', done: 1, total: 1, unit: 'stages' } };
}

/** Size, density, profile lengths, long tail, and sequence lengths where times are known (null elsewhere). */
export function dataMetrics(dataset: Pick<Dataset, 'interactions'>): MetricValues {
  const { users, items, interactions, density, perUser, perItem, popularityGini, sequenceLength } =
    datasetStatistics(dataset);
  const counts = itemCounts(dataset.interactions);
  const head = popularityCurve(counts, [headShare * 100])[0];
  return {
    'data.users': users,
    'data.items': items,
    'data.interactions': interactions,
    'data.density': density,
    'data.sparsity': 1 - density,
    'data.profileLength.mean': perUser.mean,
    'data.profileLength.median': perUser.median,
    'data.profileLength.min': perUser.min,
    'data.profileLength.max': perUser.max,
    'data.clicksPerItem.mean': perItem.mean,
    'data.clicksPerItem.median': perItem.median,
    'data.sequenceLength.mean': sequenceLength?.mean ?? null,
    'data.sequenceLength.median': sequenceLength?.median ?? null,
    'data.popularityGini': popularityGini,
    'data.headShare': head?.share ?? null,
  };
}
