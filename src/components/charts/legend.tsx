import { RoleMark } from './role-mark.tsx';
import type { RoleStyle } from './roles.ts';
import { useScheme } from './use-scheme.ts';

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
      <RoleMark style={style} scheme={scheme} />
    </svg>
  );
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
