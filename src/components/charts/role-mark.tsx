import type { RoleStyle, Scheme, Shape } from './roles.ts';

const shapes: { readonly [S in Shape]: string } = {
  circle: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  'circle-open': 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  'triangle-up': 'M12 6.5 18 17H6Z',
  star: 'm12 5 2.1 4.6 5 .6-3.7 3.4 1 5-4.4-2.5-4.4 2.5 1-5L4.9 10.2l5-.6Z',
  square: 'M7.5 7.5h9v9h-9z',
  'diamond-open': 'm12 6 6 6-6 6-6-6Z',
};
/** Where the shapes have their middle. */
const middle = 12;

interface RoleMarkProps {
  readonly style: RoleStyle;
  readonly scheme: Scheme;
  readonly x?: number;
  readonly y?: number;
  /** Fills a shape that is drawn hollow; absent where its own filling stands. */
  readonly hollow?: string | undefined;
}

/** The shape of a role around a point of a drawing. */
export function RoleMark({ style, scheme, x = middle, y = middle, hollow }: RoleMarkProps) {
  const color = style.color[scheme];
  const edge = scheme === 'light' ? (style.outline ?? color) : color;
  const inside = hollow ?? (style.shape.endsWith('-open') ? 'none' : color);
  return (
    <path
      d={shapes[style.shape]}
      transform={x === middle && y === middle ? undefined : `translate(${x - middle} ${y - middle})`}
      fill={inside}
      stroke={edge}
      strokeWidth="2"
      strokeLinejoin="round"
    />
  );
}
