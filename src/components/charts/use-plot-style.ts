import { ink } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

/** How every plot of recharts looks around its data, in the theme in force: spread these over its margin, grid, axes and tip. */
export function usePlotStyle() {
  const scheme = useScheme();
  const fontSize = chartFontSize();
  const colors = ink[scheme];
  const words = { fill: colors.dim, fontSize };
  return {
    scheme,
    colors,
    fontSize,
    /** Words on an axis. */
    words,
    margin: { top: 10, right: 18, bottom: fontSize + 9, left: 18 },
    grid: { stroke: colors.grid },
    /** The horizontal axis, with its name below. */
    across: (name: string) => ({
      tick: words,
      stroke: colors.grid,
      tickLine: false,
      label: { ...words, value: name, position: 'insideBottom' as const, offset: -14 },
    }),
    /** The vertical axis, with its name along it. */
    upward: (name: string) => ({
      tick: words,
      width: fontSize * 4.4,
      axisLine: false,
      tickLine: false,
      label: {
        ...words,
        value: name,
        angle: -90,
        position: 'insideLeft' as const,
        offset: -10,
        style: { textAnchor: 'middle' as const },
      },
    }),
    /** The tip of a plot whose places are points on the horizontal axis. */
    tipAtLine: { isAnimationActive: false, cursor: { stroke: colors.dim, strokeDasharray: '2 3' } },
    /** The tip of a plot whose places are bands. */
    tipOnBand: {
      isAnimationActive: false,
      cursor: { fill: colors.grid, fillOpacity: 0.4 },
      contentStyle: { background: colors.paper, borderColor: colors.grid, color: colors.text },
      itemStyle: { color: colors.text },
    },
  };
}
