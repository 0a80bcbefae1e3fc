import type { Progress, QueryLog, View } from '../contracts.ts';
import type { DatasetStatistics } from '../data/statistics.ts';
import type { Cell, Phase } from './result.ts';

/** What the runner tells while it works. Every event names the cell and the repeat it belongs to. */
export type RunEvent = Where &
  (
    | { readonly kind: 'progress'; readonly progress: Progress; readonly overall: Overall }
    | { readonly kind: 'prepared'; readonly summary: PreparedSummary }
    | { readonly kind: 'point'; readonly series: string; readonly x: number; readonly value: number | null }
    | {
        readonly kind: 'phase';
        readonly phase: Phase;
        readonly metrics: Readonly<Record<string, number | null>>;
      }
    | { readonly kind: 'view'; readonly content: View }
    | { readonly kind: 'cell'; readonly content: Cell }
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'log'; readonly phase: Phase; readonly log: QueryLog }
  );

interface Where {
  readonly cell: number;
  readonly repeat: number;
}

/** Progress of the whole experiment; `remainingSeconds` is an estimate from what has been measured so far. */
export interface Overall {
  readonly fraction: number;
  readonly elapsedSeconds: number;
  readonly remainingSeconds: number | null;
  readonly tensorBytes: number;
  readonly peakTensorBytes: number;
}

/** The data after preparation and split, as the page shows it. */
export interface PreparedSummary {
  readonly datasetName: string;
  readonly credit: string;
  readonly notes: readonly string[];
  readonly statistics: DatasetStatistics;
  readonly titles: readonly string[]; // [I], the dataset's titles or its ids
  readonly itemIds: readonly string[]; // [I], the dataset's own
  readonly targets: readonly number[];
  readonly popularityRankOfTargets: readonly number[];
}
