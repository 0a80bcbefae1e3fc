import type { RoleStyle } from './roles.ts';

/** Colours of Okabe and Ito that keep 3:1 against both grounds, for curves that have no role of their own. */
const colors = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#7A7A7A'] as const;
const dashes = [undefined, '7 4', '2 4', '12 4 2 4'] as const;
const shapes = ['circle', 'triangle-up', 'square', 'diamond-open'] as const;

/** The look of the n-th of several curves of one kind: five colours, then the same again dashed. */
export function seriesStyle(at: number, label: string): RoleStyle {
  const color = colors[at % colors.length] ?? colors[0];
  const round = Math.floor(at / colors.length) % dashes.length;
  const dash = dashes[round];
  return {
    label,
    color: { light: color, dark: color },
    shape: shapes[round] ?? 'circle',
    ...(dash && { dash }),
  };
}
