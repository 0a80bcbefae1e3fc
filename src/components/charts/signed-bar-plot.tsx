import { formatTick, formatValue, roundTicks } from './format.ts';
import { fitted } from './grid-layout.ts';
import { ink, type RoleStyle } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

export interface SignedBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly style: RoleStyle;
}

interface SignedBarPlotProps {
  readonly title: string;
  readonly bars: readonly SignedBar[];
  readonly xLabel: string;
  readonly noise?: number | undefined;
  readonly width: number;
}

/** Bars from 0 to the left and right, the name before each and the value behind it. */
export function SignedBarPlot({ title, bars, xLabel, noise = 0, width }: SignedBarPlotProps) {
  const scheme = useScheme();
  const colors = ink[scheme];
  const fontSize = chartFontSize();
  const line = fontSize * 1.75;
  const names = Math.min(width * 0.46, fontSize * 19);
  const numbers = fontSize * 4.2;
  const left = names + 8;
  const right = width - numbers;
  const values = bars.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(low === 0 ? 1e-9 : 0, ...values);
  const across = (value: number) => left + ((value - low) / (high - low)) * (right - left);
  const bottom = bars.length * line + 4;
  const ticks = roundTicks(low, high, Math.max(3, Math.floor((right - left) / (fontSize * 5))));
  const band = [Math.max(low, -noise), Math.min(high, noise)] as const;
  const text = { fontSize, fill: colors.text };
  const dim = { fontSize, fill: colors.dim };
  return (
    <svg
      className="signed-bars"
      role="img"
      aria-label={`${title}: ${bars.length} bars, longest ${longest(bars)}`}
      width={width}
      height={bottom + fontSize * 3.4}
    >
      {noise > 0 && (
        <rect
          x={across(band[0])}
          width={across(band[1]) - across(band[0])}
          y={0}
          height={bottom}
          fill={colors.grid}
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={across(tick)} x2={across(tick)} y1={0} y2={bottom} stroke={colors.grid} />
          <text {...dim} x={across(tick)} y={bottom + fontSize * 1.2} textAnchor="middle">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ key, label, value, style }, at) => {
        const [from, to] = [across(Math.min(0, value)), across(Math.max(0, value))];
        const middle = at * line + line / 2;
        return (
          <g key={key}>
            <title>{`${label}: ${formatValue(value)}`}</title>
            <text {...text} x={names} y={middle} dy="0.35em" textAnchor="end">
              {fitted(label, names, fontSize * 0.88)}
            </text>
            <rect
              x={from}
              width={Math.max(1, to - from)}
              y={middle - line * 0.32}
              height={line * 0.64}
              rx={2}
              fill={style.color[scheme]}
              stroke={scheme === 'light' ? style.outline : undefined}
            />
            <text {...dim} x={to + 6} y={middle} dy="0.35em">
              {formatValue(value)}
            </text>
          </g>
        );
      })}
      <line x1={across(0)} x2={across(0)} y1={0} y2={bottom} stroke={colors.dim} />
      <text {...dim} x={(left + right) / 2} y={bottom + fontSize * 2.8} textAnchor="middle">
        {xLabel}
      </text>
    </svg>
  );
}

function longest(bars: readonly SignedBar[]): string {
  const [first] = bars.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  return first ? `${first.label} with ${formatValue(first.value)}` : 'none';
}
