import { memo } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { deviationOf, meanOf } from './experiment-lines.ts';
import { formatShare } from './format.ts';
import './reach-bars.css';
import { Swatch } from './legend.tsx';
import type { RoleStyle } from './roles.ts';
import { useScheme } from './use-scheme.ts';

/** A share of users, a value a repeat; empty while it is not measured. */
export interface ReachRow {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly style: RoleStyle;
  readonly values: readonly (number | null)[];
}

interface ReachBarsProps {
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly ReachRow[];
  readonly fileName: string;
  readonly empty?: string | undefined;
}

/** Shares of users under several attacks: a bar for the mean, a dot for every repeat, mean and standard deviation in figures. */
export const ReachBars = memo(function ReachBars({ title, caption, rows, fileName, empty }: ReachBarsProps) {
  const scheme = useScheme();
  const known = rows.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const most = Math.max(0.01, ...known) * 1.04;
  const across = (value: number) => `${(100 * value) / most}%`;
  return (
    <ChartFrame
      title={title}
      caption={caption}
      fileName={fileName}
      empty={empty}
      table={{
        columns: ['Fake users', 'Repeat', 'Users reached (share)'],
        rows: rows.flatMap(({ label, values }) => values.map((value, repeat) => [label, repeat + 1, value])),
      }}
    >
      <dl className="reach-bars">
        {rows.map(({ key, label, note, style, values }) => {
          const mean = meanOf(values);
          const deviation = deviationOf(values);
          return (
            <div key={key}>
              <dt>
                <Swatch style={style} as="point" /> {label} <span className="reach-note">{note}</span>
              </dt>
              <dd>
                <span className="reach-scale" aria-hidden="true">
                  <span
                    className="reach-mean"
                    style={{ width: across(mean ?? 0), background: style.color[scheme] }}
                  />
                  {values.map((value, repeat) =>
                    value === null ? null : (
                      <span key={repeat} className="reach-dot" style={{ left: across(value) }} />
                    ),
                  )}
                </span>
                <span className="reach-figure">
                  {mean === null ? '–' : formatShare(mean)}
                  {deviation !== null && <small> ± {formatShare(deviation)}</small>}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </ChartFrame>
  );
});
