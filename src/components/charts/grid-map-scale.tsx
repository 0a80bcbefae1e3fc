import { useId } from 'react';
import { colorAt, type ColorScale } from './color-scale.ts';
import { formatValue } from './format.ts';
import { ink } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface GridMapScaleProps {
  readonly scale: ColorScale;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The colours of a map with the numbers at their ends. */
export function GridMapScale({ scale, x, y, width }: GridMapScaleProps) {
  const id = useId();
  const fontSize = chartFontSize();
  const text = { fontSize, fill: ink[useScheme()].dim };
  const shares = Array.from({ length: 9 }, (_, at) => at / 8);
  const { least, greatest } = scale;
  const middle = (least + greatest) / 2;
  return (
    <g aria-hidden="true">
      <defs>
        <linearGradient id={id}>
          {shares.map((share) => (
            <stop key={share} offset={share} stopColor={colorAt(share, scale.kind)} />
          ))}
        </linearGradient>
      </defs>
      <rect x={x} y={y - 4} width={width} height={8} rx={2} fill={`url(#${id})`} />
      {(
        [
          [least, x, 'start'],
          [middle, x + width / 2, 'middle'],
          [greatest, x + width, 'end'],
        ] as const
      ).map(([value, at, anchor]) => (
        <text key={anchor} {...text} x={at} y={y + 6 + fontSize} textAnchor={anchor}>
          {formatValue(value)}
        </text>
      ))}
    </g>
  );
}
