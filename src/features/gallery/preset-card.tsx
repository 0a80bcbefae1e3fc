import { Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { cellData, curvesOf, levelsOf, meanOf } from '../../components/charts/experiment-lines.ts';
import { formatBytes, formatPercent, formatSeconds } from '../../components/charts/format.ts';
import { LevelBars } from '../../components/charts/level-bars.tsx';
import { Sparkline } from '../../components/charts/sparkline.tsx';
import type { Preset } from '../../core/experiments/preset.ts';
import { usePrecomputed } from '../../stores/precomputed.ts';
import { reachMetric } from './hero-run.ts';

/** One experiment: what it shows, a thumbnail of its precomputed result, what it costs. */
export function PresetCard({ preset }: { readonly preset: Preset }) {
  return (
    <article className="panel preset-card">
      <Title order={4}>
        <Link href={`/lab?preset=${preset.id}`}>{preset.title}</Link>
      </Title>
      <Text size="sm">{preset.story}</Text>
      <Thumbnail preset={preset} />
      {preset.reduced.length > 0 && (
        <Text size="sm" c="dimmed">
          Smaller than the paper: {preset.reduced.map((what) => what.replace(/\.$/, '')).join('; ')}.
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="auto">
        About {formatSeconds(preset.estimate.seconds)}, {formatBytes(preset.estimate.bytes)} of memory
      </Text>
    </article>
  );
}

function Thumbnail({ preset }: { readonly preset: Preset }) {
  const stored = usePrecomputed(preset.id);
  if (stored.status === 'loading') return <div className="thumbnail" aria-busy="true" />;
  if (stored.status === 'absent') return <div className="thumbnail thumbnail-empty">{stored.reason}</div>;
  const cell = stored.precomputed.result.cells.at(-1);
  const data = cell && cellData(cell);
  const curves = data ? curvesOf(data, reachMetric) : [];
  const clean = formatPercent(meanOf(data?.phases.clean?.[reachMetric]));
  const attacked = formatPercent(meanOf(data?.phases.attacked?.[reachMetric]));
  if (data?.phases.opponent) {
    const bars = levelsOf(data, reachMetric, ['attacked', 'opponent', 'baseline', 'clean']);
    const spoken = bars
      .map(({ label, value }) => `${label.toLowerCase()} ${formatPercent(value)}`)
      .join(', ');
    return (
      <figure className="thumbnail">
        <LevelBars levels={bars} label={`Target reach: ${spoken}`} />
        <figcaption>
          Target reach {clean} → {attacked} (precomputed)
        </figcaption>
      </figure>
    );
  }
  if (!data || curves.length === 0)
    return <div className="thumbnail thumbnail-empty">This result has no curve.</div>;
  const levels = levelsOf(data, reachMetric, ['clean', 'baseline']);
  return (
    <figure className="thumbnail">
      <Sparkline
        curves={curves}
        levels={levels}
        label={`Target reach over the attack, clean ${clean}, attacked ${attacked}`}
      />
      <figcaption>
        Target reach {clean} → {attacked} (precomputed)
      </figcaption>
    </figure>
  );
}
