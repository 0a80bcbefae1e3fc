import { Button, Slider, Text } from '@mantine/core';
import { useState } from 'react';
import { meanOf, type CellData } from '../../components/charts/experiment-lines.ts';
import { formatPercent } from '../../components/charts/format.ts';
import { Stat } from '../../components/layout/stat.tsx';
import { useExperiment } from '../../stores/session.ts';
import {
  greatestShare,
  percentOf,
  retrainedReading,
  thresholdReading,
  usualShares,
} from './detector-data.ts';
import './detector.css';
import type { PanelProps } from './panel-props.ts';
import type { Views } from './shown-run.ts';

const nothing: CellData = { series: {}, phases: {} };
/** Share at which the slider begins: what the detectors remove by default. */
const firstShare = 0.05;

/** A slider over the share of users that is removed: who is lost and who is caught, and what a victim trained without them is worth. */
export function DetectorThreshold({ run, cell }: PanelProps) {
  const [share, setShare] = useState(firstShare);
  const data = cell?.data ?? nothing;
  const cutoff = run?.spec.evaluation.cutoffs[0] ?? 10;
  const rates = thresholdReading(data, share);
  return (
    <div>
      {rates && (
        <>
          <Text size="sm" fw={600} mt="md">
            Remove {percentOf(rates.share)}% of all users
          </Text>
          <Slider
            className="threshold-slider"
            thumbLabel="Share of users removed"
            value={share * 100}
            min={0}
            max={greatestShare * 100}
            step={0.5}
            label={(percent) => `${percent}%`}
            marks={[0, 5, 10, 15, 20, 25, 30].map((value) => ({ value, label: `${value}%` }))}
            onChange={(percent) => setShare(percent / 100)}
          />
          <div className="threshold-stats" aria-live="polite">
            <Stat
              label="Fakes caught"
              value={formatPercent(rates.fakesFound)}
              note={cell && countOf(cell.views, rates.share)}
            />
            <Stat
              label="Genuine users lost"
              value={formatPercent(rates.genuineLost)}
              note="Their clicks are gone: they are recommended to as if new."
            />
            <Retrained data={data} share={share} cutoff={cutoff} />
          </div>
        </>
      )}
      {rates && !retrainedReading(data, share, cutoff) && (
        <SweepOffer precomputed={run?.source === 'precomputed'} />
      )}
    </div>
  );
}

interface RetrainedProps {
  readonly data: CellData;
  readonly share: number;
  readonly cutoff: number;
}

/** The victim that was trained at the nearest tried share, against the one with nobody removed and the clean one. */
function Retrained({ data, share, cutoff }: RetrainedProps) {
  const reading = retrainedReading(data, share, cutoff);
  if (!reading) return null;
  const { attacked, clean } = data.phases;
  const quality = meanOf(attacked?.[`recall@${cutoff}`]);
  const lost = reading.quality === null || quality === null ? null : quality - reading.quality;
  const reach = meanOf(attacked?.[`target.hr@${cutoff}`]);
  const before = meanOf(clean?.[`target.hr@${cutoff}`]);
  return (
    <>
      <Stat
        label={`Recall lost, top ${cutoff}`}
        value={decimals(lost)}
        note={`${decimals(reading.quality)} left of ${decimals(quality)}`}
      />
      <Stat
        label={`Target reach left, top ${cutoff}`}
        value={formatPercent(reading.reach)}
        note={`${formatPercent(reach)} attacked, ${formatPercent(before)} clean`}
      />
      <Text size="sm" c="dimmed" className="threshold-note">
        Recall and reach are those measured with {percentOf(reading.share)}% removed, the nearest share at
        which a victim was trained; nothing is interpolated.
      </Text>
    </>
  );
}

/** How the sweep is turned on. */
function SweepOffer({ precomputed }: { readonly precomputed: boolean }) {
  const chosen = useExperiment((state) => state.spec.evaluation.removedShares);
  const setParam = useExperiment((state) => state.setParam);
  return (
    <div className="threshold-offer">
      <Text size="sm">
        {chosen
          ? `Press Run: ${precomputed ? 'this result holds no such victims yet.' : 'only the victims without the suspicious users are trained, the rest is kept.'}`
          : 'What would be left of the attack, and of good recommendations, after the suspicious users are removed? Victims trained without them tell.'}
      </Text>
      {!chosen && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setParam('evaluation.removedShares', [...usualShares])}
        >
          Train without 0, 2, 5, 10 and 20% of the users
        </Button>
      )}
    </div>
  );
}

/** Heads, of the last repeat. */
function countOf(views: Views, share: number) {
  const view = Object.values(views).find((each) => each.view === 'roc');
  const at = view?.shares.indexOf(share) ?? -1;
  if (!view || at < 0) return undefined;
  const removed = view.removed[at] as number;
  const found = Math.round((view.truePositiveRate[at] as number) * view.fakeCount);
  return `${found} of the ${removed} removed users are fake (last repeat)`;
}

function decimals(value: number | null): string {
  return value === null ? 'n/a' : value.toFixed(3).replace(/^-(0\.000)$/, '$1');
}
