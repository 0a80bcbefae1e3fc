import { formatValue, roundTicks } from './format.ts';
import { placeLabels } from './place-labels.ts';
import { ink } from './roles.ts';
import type { TradeOffPoint } from './trade-off.ts';
import { tradeOffRange } from './trade-off-range.ts';
import { TradeOffMark } from './trade-off-mark.tsx';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface TradeOffPlotProps {
  readonly title: string;
  readonly points: readonly TradeOffPoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** What the lower right corner means. */
  readonly corner: string;
  readonly width: number;
}

/** Points in a plane whose lower right is where one wants to be, with bars and labels beside the points. */
export function TradeOffPlot({ title, points, xLabel, yLabel, corner, width }: TradeOffPlotProps) {
  const scheme = useScheme();
  const colors = ink[scheme];
  const fontSize = chartFontSize();
  const height = Math.min(440, Math.max(300, width * 0.5));
  const margin = { left: fontSize * 4.7, right: 12, top: 12, bottom: fontSize * 3.4 };
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const [left, right] = tradeOffRange(points, 'x');
  const [bottom, top] = tradeOffRange(points, 'y');
  const xOf = (value: number) => ((value - left) / (right - left)) * inner.width;
  const yOf = (value: number) => inner.height * (1 - (value - bottom) / (top - bottom));
  const text = { fontSize, fill: colors.dim };
  const halo = { stroke: colors.paper, strokeWidth: 4, paintOrder: 'stroke' } as const;
  const [open] = points;
  const places = placeLabels(
    points.map(({ x, y, label }) => ({
      x: xOf(x.mean ?? 0),
      y: yOf(y.mean ?? 0),
      width: label.length * fontSize * 0.7,
      height: fontSize * 1.3,
      bars: {
        left: xOf(x.mean ?? 0) - xOf(x.low ?? 0),
        right: xOf(x.high ?? 0) - xOf(x.mean ?? 0),
        above: yOf(y.mean ?? 0) - yOf(y.high ?? 0),
        below: yOf(y.low ?? 0) - yOf(y.mean ?? 0),
      },
    })),
    inner,
  );
  return (
    <svg className="trade-off" width={width} height={height} role="img" aria-label={describe(title, points)}>
      <g transform={`translate(${margin.left} ${margin.top})`}>
        {roundTicks(bottom, top, 5).map((value) => (
          <g key={value}>
            <line x2={inner.width} y1={yOf(value)} y2={yOf(value)} stroke={colors.grid} />
            <text {...text} x={-8} y={yOf(value)} dy="0.35em" textAnchor="end">
              {formatValue(value)}
            </text>
          </g>
        ))}
        {roundTicks(left, right, width < 480 ? 4 : 7).map((value) => (
          <g key={value}>
            <line x1={xOf(value)} x2={xOf(value)} y2={inner.height} stroke={colors.grid} />
            <text {...text} x={xOf(value)} y={inner.height + fontSize * 1.3} textAnchor="middle">
              {formatValue(value)}
            </text>
          </g>
        ))}
        {open && <Guides x={xOf(open.x.mean ?? 0)} y={yOf(open.y.mean ?? 0)} {...inner} color={colors.dim} />}
        <text
          {...text}
          x={inner.width - 4}
          y={inner.height - 8}
          textAnchor="end"
          fontStyle="italic"
          {...halo}
        >
          {corner} ↘
        </text>
        <text {...text} x={inner.width / 2} y={inner.height + fontSize * 2.9} textAnchor="middle">
          {xLabel}
        </text>
        <text
          {...text}
          transform={`translate(${-margin.left + fontSize} ${inner.height / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {yLabel}
        </text>
        {points.map((point, at) => (
          <TradeOffMark
            key={point.key}
            point={point}
            xOf={xOf}
            yOf={yOf}
            label={{ left: places[at]?.left ?? 0, base: (places[at]?.top ?? 0) + fontSize }}
          />
        ))}
      </g>
    </svg>
  );
}

interface GuidesProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** Lines through the undefended point: what a defense does is read against them. */
function Guides({ x, y, width, height, color }: GuidesProps) {
  return (
    <g stroke={color} strokeDasharray="2 5">
      <line x1={x} x2={x} y1={0} y2={height} />
      <line x1={0} x2={width} y1={y} y2={y} />
    </g>
  );
}

function describe(title: string, points: readonly TradeOffPoint[]): string {
  const said = points.map(
    ({ label, x, y }) => `${label} at ${formatValue(x.mean)} and ${formatValue(y.mean)}`,
  );
  return `${title}: ${said.join('; ')}`;
}
