import type { Level } from './curve.ts';
import { formatPercent } from './format.ts';
import { useScheme } from './use-scheme.ts';
import './reach-bars.css';

/** A thumbnail of a few shares side by side, for results without a curve. */
export function LevelBars({ levels, label }: { readonly levels: readonly Level[]; readonly label: string }) {
  const scheme = useScheme();
  const most = Math.max(0.01, ...levels.map(({ value }) => value));
  return (
    <div className="level-bars" role="img" aria-label={label}>
      {levels.map(({ key, label: name, style, value }) => (
        <div key={key} aria-hidden="true">
          <span className="level-name">{name}</span>
          <span className="reach-scale">
            <span
              className="reach-mean"
              style={{ width: `${(100 * value) / most}%`, background: style.color[scheme] }}
            />
          </span>
          <span className="level-value">{formatPercent(value)}</span>
        </div>
      ))}
    </div>
  );
}
