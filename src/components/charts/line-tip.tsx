import type { Curve, Level } from './curve.ts';
import { pointOf } from './curve.ts';
import { formatInterval, formatValue } from './format.ts';
import { Swatch } from './legend.tsx';

interface LineTipProps {
  readonly xLabel: string;
  readonly curves: readonly Curve[];
  readonly levels: readonly Level[];
  /** Given by the chart. */
  readonly active?: boolean;
  readonly label?: string | number;
}

/** What the pointer is on: every curve and level at this place. */
export function LineTip({ xLabel, curves, levels, active, label }: LineTipProps) {
  if (!active || label === undefined) return null;
  const x = Number(label);
  return (
    <div className="chart-tip">
      <strong>
        {xLabel} {formatValue(x)}
      </strong>
      <ul>
        {curves.map((curve) => {
          const at = curve.x.indexOf(x);
          const { mean, low, high } = at < 0 ? { mean: null, low: null, high: null } : pointOf(curve, at);
          if (mean === null) return null;
          return (
            <li key={curve.key}>
              <Swatch style={curve.style} as="line" /> {curve.label} {formatValue(mean)}
              {low !== high && ` (${formatValue(low)} to ${formatValue(high)})`}
              {curve.intervals?.[at] && `; 95% over users ${formatInterval(curve.intervals[at])}`}
            </li>
          );
        })}
        {levels.map((level) => (
          <li key={level.key}>
            <Swatch style={level.style} as="line" /> {level.label} {formatValue(level.value)}
          </li>
        ))}
      </ul>
    </div>
  );
}
