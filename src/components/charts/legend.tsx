import type { RoleStyle, Scheme, Shape } from './roles.ts';
import { useScheme } from './use-scheme.ts';

const shapes: { readonly [S in Shape]: string } = {
  circle: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  'circle-open': 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Z',
  'triangle-up': 'M12 6.5 18 17H6Z',
  star: 'm12 5 2.1 4.6 5 .6-3.7 3.4 1 5-4.4-2.5-4.4 2.5 1-5L4.9 10.2l5-.6Z',
  square: 'M7.5 7.5h9v9h-9z',
  'diamond-open': 'm12 6 6 6-6 6-6-6Z',
};

interface SwatchProps {
  readonly style: RoleStyle;
  readonly as: 'line' | 'point';
}

/** The sign of a role in legends, tables and text: line with its dash, or its shape. */
export function Swatch({ style, as }: SwatchProps) {
  const scheme = useScheme();
  const color = style.color[scheme];
  if (as === 'line') {
    return (
      <svg width="26" height="10" aria-hidden="true" focusable="false">
        <line x1="1" x2="25" y1="5" y2="5" stroke={color} strokeWidth="2.5" strokeDasharray={style.dash} />
      </svg>
    );
  }
  return (
    <svg width="16" height="16" viewBox="4 4 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[style.shape]} {...shapePaint(style, scheme)} strokeWidth="2" strokeLinejoin="round" />
    </svg>
  );
}

function shapePaint(style: RoleStyle, scheme: Scheme) {
  const color = style.color[scheme];
  const edge = scheme === 'light' ? (style.outline ?? color) : color;
  return style.shape.endsWith('-open') ? { fill: 'none', stroke: edge } : { fill: color, stroke: edge };
}

interface LegendProps {
  readonly entries: readonly { readonly key: string; readonly label: string; readonly style: RoleStyle }[];
  readonly as: 'line' | 'point';
}

export function Legend({ entries, as }: LegendProps) {
  return (
    <ul className="chart-legend" aria-label="Legend">
      {entries.map((entry) => (
        <li key={entry.key}>
          <Swatch style={entry.style} as={as} />
          {entry.label}
        </li>
      ))}
    </ul>
  );
}
