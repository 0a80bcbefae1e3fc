import { formatValue } from './format.ts';
import { ink } from './roles.ts';
import type { TradeOffPoint } from './trade-off.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface TradeOffMarkProps {
  readonly point: TradeOffPoint;
  readonly xOf: (value: number) => number;
  readonly yOf: (value: number) => number;
  readonly label: { readonly left: number; readonly base: number };
}

/** One point with its bars and its label; a triangle without defense, a square behind one. */
export function TradeOffMark({ point: { x, y, label: name, style }, xOf, yOf, label }: TradeOffMarkProps) {
  const scheme = useScheme();
  const color = style.color[scheme];
  const [left, top] = [xOf(x.mean ?? 0), yOf(y.mean ?? 0)];
  const shape =
    style.shape === 'triangle-up'
      ? `M${left} ${top - 7}l7 12h-14Z`
      : `M${left - 5.5} ${top - 5.5}h11v11h-11Z`;
  const range = (low: number | null, high: number | null) => `${formatValue(low)} to ${formatValue(high)}`;
  return (
    <g>
      <g stroke={color} strokeWidth={1.5}>
        <line x1={xOf(x.low ?? 0)} x2={xOf(x.high ?? 0)} y1={top} y2={top} />
        <line x1={left} x2={left} y1={yOf(y.low ?? 0)} y2={yOf(y.high ?? 0)} />
      </g>
      <path d={shape} fill={color} stroke={ink[scheme].paper} strokeWidth={1}>
        <title>{`${name}: ${formatValue(x.mean)} (${range(x.low, x.high)}) and ${formatValue(y.mean)} (${range(y.low, y.high)})`}</title>
      </path>
      <text
        x={label.left}
        y={label.base}
        fontSize={chartFontSize()}
        fontWeight={600}
        fill={ink[scheme].text}
        stroke={ink[scheme].paper}
        strokeWidth={3}
        paintOrder="stroke"
      >
        {name}
      </text>
    </g>
  );
}
