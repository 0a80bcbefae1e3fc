import { useMemo } from 'react';
import type { Curve } from '../../components/charts/curve.ts';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases, roles } from '../../components/charts/roles.ts';
import { greatestShare, percentOf } from './detector-data.ts';

interface ThresholdChartProps {
  readonly data: CellData;
  readonly cutoff: number;
}

/** Who is caught and who is lost at every threshold, and what victims are worth that were trained at some. */
export function ThresholdChart({ data, cutoff }: ThresholdChartProps) {
  const curves = useMemo(() => thresholdCurves(data, cutoff), [data, cutoff]);
  return (
    <LineChart
      title="What the threshold buys"
      caption="The most suspicious users are removed first. Dots: a victim trained from scratch without them."
      xLabel="Users removed (%)"
      yLabel="Share"
      fileName="detector-threshold"
      curves={curves}
      yDomain={[0, 1]}
      emptyText="The thresholds appear together with the curve."
    />
  );
}

/** Rates of the detector at every threshold, and what was measured anew at some. // x in percent */
function thresholdCurves({ series }: CellData, cutoff: number): readonly Curve[] {
  const wanted = [
    { key: 'detector.fakesFound', label: 'Fakes caught', style: roles.fake, dots: false },
    { key: 'detector.genuineLost', label: 'Genuine users lost', style: roles.genuine, dots: false },
    {
      key: `afterRemoval.target.hr@${cutoff}`,
      label: `Target reach after training, top ${cutoff}`,
      style: { ...phases.attacked, dash: '2 4' },
      dots: true,
    },
    {
      key: `afterRemoval.recall@${cutoff}`,
      label: `Recall after training, top ${cutoff}`,
      style: { ...phases.defended, dash: '2 4' },
      dots: true,
    },
  ];
  return wanted.flatMap(({ key, label, style, dots }) => {
    const found = series[key];
    if (!found) return [];
    const x = found.x.filter((share) => share <= greatestShare).map(percentOf);
    return [{ ...curve(key, label, style, { x, values: found.values }), dots }];
  });
}
