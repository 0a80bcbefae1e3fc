import type { Comparison, Phase } from '../../core/run/result.ts';
import { metricLabel } from './metric-label.ts';
import { phases, type RoleStyle } from './roles.ts';

/** What a difference is counted in; differences of one unit share an axis. */
const units = {
  share: { label: 'All shares', axis: 'Difference (share)' },
  places: { label: 'Ranks', axis: 'Difference (places)' },
  nats: { label: 'KL divergence', axis: 'Difference (nats)' },
  score: { label: 'Scores', axis: 'Difference (score)' },
  loss: { label: 'Losses', axis: 'Difference (loss, sum)' },
} as const;
type Unit = keyof typeof units;

/** What readers ask first, at the first cutoff. */
const mainNames = ['target.hr', 'hr', 'ndcg', 'surrogate.hr', 'agreement'] as const;

/** One difference of two phases. */
export interface ForestPair {
  readonly key: string;
  readonly label: string;
  /** Of the phase from which the other is taken away. */
  readonly style: RoleStyle;
  readonly over: 'repeats' | 'users';
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/** All differences in one metric. */
export interface ForestGroup {
  readonly metric: string;
  readonly label: string;
  readonly pairs: readonly ForestPair[];
}

/** Metrics that can be drawn over one axis. */
export interface ForestView {
  readonly key: string;
  readonly label: string;
  readonly xLabel: string;
  readonly groups: readonly ForestGroup[];
}

/** Differences sorted by metric, those about targets first, and the views that can be had of them: the main ones, then one a unit. */
export function forestViews(comparisons: readonly Comparison[], cutoff: number): readonly ForestView[] {
  const groups = groupsOf(comparisons);
  const mains = new Set<string>(mainNames.map((name) => `${name}@${cutoff}`));
  const main: ForestView = {
    key: 'main',
    label: `Main, top ${cutoff}`,
    xLabel: units.share.axis,
    groups: groups.filter(({ metric }) => mains.has(metric)),
  };
  const byUnit = Object.entries(units).map(([unit, { label, axis }]) => ({
    key: unit,
    label,
    xLabel: axis,
    groups: groups.filter(({ metric }) => unitOf(metric) === unit),
  }));
  const shares = byUnit.find(({ key }) => key === 'share')?.groups.length;
  return [main, ...byUnit].filter((view) =>
    view === main ? main.groups.length > 0 && main.groups.length !== shares : view.groups.length > 0,
  );
}

function groupsOf(comparisons: readonly Comparison[]): readonly ForestGroup[] {
  const metrics = [...new Set(comparisons.map(({ metric }) => metric))];
  metrics.sort((a, b) => Number(b.startsWith('target.')) - Number(a.startsWith('target.')));
  return metrics.map((metric) => {
    const pairs = comparisons.filter((one) => one.metric === metric).map(pairOf);
    const labels = pairs.map(({ label }) => label);
    // The same phases over repeats and over users stand below each other.
    const ordered = pairs.toSorted((a, b) => labels.indexOf(a.label) - labels.indexOf(b.label));
    return { metric, label: metricLabel(metric), pairs: ordered };
  });
}

function pairOf({ a, b, metric, test, difference, p, interval: [low, high] }: Comparison): ForestPair {
  const style = phases[a as Phase];
  const over = test.startsWith('over users') ? 'users' : 'repeats';
  return {
    key: `${metric} ${a} ${b} ${over}`,
    label: `${style.label} minus ${phases[b as Phase].label.toLowerCase()}`,
    style,
    over,
    difference,
    low,
    high,
    p,
  };
}

function unitOf(metric: string): Unit {
  if (metric.endsWith('.rank')) return 'places';
  if (metric.startsWith('loss.')) return 'loss';
  if (metric.startsWith('kl@')) return 'nats';
  if (metric === 'target.predictionShift' || metric === 'explained.score') return 'score';
  return 'share';
}
