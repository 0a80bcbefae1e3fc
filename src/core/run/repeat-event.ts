import type { Progress, QueryLog, View } from '../contracts.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { PreparedSummary } from './events.ts';
import type { Phase } from './result.ts';

/** What one repeat tells; the runner adds cell, repeat and overall progress. */
export type RepeatEvent =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'prepared'; readonly summary: PreparedSummary }
  | {
      readonly kind: 'point';
      readonly series: string;
      readonly label: string;
      readonly x: number;
      readonly value: number | null;
    }
  | { readonly kind: 'phase'; readonly phase: Phase; readonly metrics: MetricValues }
  | { readonly kind: 'view'; readonly content: View }
  | { readonly kind: 'note'; readonly text: string }
  /** All that a thief asked; only where the host keeps logs. */
  | { readonly kind: 'log'; readonly phase: Phase; readonly log: QueryLog };
