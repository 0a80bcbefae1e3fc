import { pointOf, type Curve, type Level } from './curve.ts';
import { useScheme } from './use-scheme.ts';

interface SparklineProps {
  readonly curves: readonly Curve[];
  readonly levels: readonly Level[];
  /** What a reader who does not see the picture should know: the ends of the curve. */
  readonly label: string;
}

const width = 240;
const height = 72;

/** A thumbnail of curves and levels: no axes, drawn without a chart library, so that the gallery paints at once. */
export function Sparkline({ curves, levels, label }: SparklineProps) {
  const scheme = useScheme();
  const means = curves.map((curve) => curve.x.map((x, at) => ({ x, y: pointOf(curve, at).mean })));
  const xs = curves.flatMap((curve) => curve.x);
  const ys = [
    ...means.flat().flatMap(({ y }) => (y === null ? [] : [y])),
    ...levels.map((level) => level.value),
  ];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const across = (x: number) => 4 + ((x - left) / (right - left > 0 ? right - left : 1)) * (width - 8);
  const up = (y: number) => height - 5 - ((y - low) / (high - low > 0 ? high - low : 1)) * (height - 10);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={label} className="sparkline">
      {levels.map((level) => (
        <line
          key={level.key}
          x1={4}
          x2={width - 4}
          y1={up(level.value)}
          y2={up(level.value)}
          stroke={level.style.color[scheme]}
          strokeDasharray={level.style.dash}
          strokeWidth={1.5}
        />
      ))}
      {means.map((points, which) => {
        const curve = curves[which];
        if (!curve) return null;
        const drawn = points.flatMap(({ x, y }) =>
          y === null ? [] : [`${across(x).toFixed(1)} ${up(y).toFixed(1)}`],
        );
        return (
          <path
            key={curve.key}
            d={`M${drawn.join('L')}`}
            fill="none"
            stroke={curve.style.color[scheme]}
            strokeDasharray={curve.style.dash}
            strokeWidth={2}
          />
        );
      })}
    </svg>
  );
}
