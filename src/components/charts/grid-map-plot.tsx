import { useState, type KeyboardEvent, type Ref } from 'react';
import type { Published } from '../../core/run/result.ts';
import type { GridEntry } from './cell-grid.ts';
import type { ColorScale } from './color-scale.ts';
import { meanOf } from './experiment-lines.ts';
import { cellNumber, fitted, gridLayout } from './grid-layout.ts';
import { GridMapCell, type GridPlace } from './grid-map-cell.tsx';
import { GridMapScale } from './grid-map-scale.tsx';
import { ink } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface GridMapPlotProps {
  readonly title: string;
  readonly rowName: string;
  readonly rows: readonly string[];
  readonly columnName: string;
  readonly columns: readonly string[];
  readonly entries: readonly (readonly GridEntry[])[];
  readonly scale: ColorScale;
  readonly marks: (place: GridPlace) => readonly Published[];
  /** What a place holds, in words: its name for readers who cannot see it. */
  readonly wordsOf: (place: GridPlace) => string;
  readonly chosen: GridPlace | undefined;
  readonly onChoose: (place: GridPlace) => void;
  /** The place that pointer or keyboard are at. */
  readonly onLook: (place: GridPlace | undefined) => void;
  readonly width: number;
  readonly holder: Ref<HTMLDivElement>;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Coloured cells with their numbers, means beside and below them; arrow keys walk through it, Enter chooses. */
export function GridMapPlot(props: GridMapPlotProps) {
  const { title, rowName, rows, columnName, columns, entries, scale, chosen, onChoose, onLook, width } =
    props;
  const [stop, setStop] = useState<GridPlace>({ row: 0, column: 0 });
  const scheme = useScheme();
  const fontSize = chartFontSize();
  const layout = gridLayout({ width, fontSize, rowName, rows, columns });
  const { left, top, cellWidth, cellHeight, gap, decimals } = layout;
  const dim = ink[scheme].dim;
  const xOf = (column: number) => left + column * cellWidth + (column === columns.length ? gap : 0);
  const yOf = (row: number) => top + row * cellHeight + (row === rows.length ? gap : 0);
  const text = { fontSize, fill: ink[scheme].text };
  const mean = (values: readonly (number | null)[], x: number, y: number, key: string) => (
    <text
      key={key}
      {...text}
      fill={dim}
      x={x + cellWidth / 2}
      y={y + cellHeight / 2}
      dy="0.35em"
      textAnchor="middle"
    >
      {cellNumber(meanOf(values), decimals)}
    </text>
  );
  const keyDown = (event: KeyboardEvent<SVGGElement>, place: GridPlace) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onChoose(place);
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const row = Math.min(rows.length - 1, Math.max(0, place.row + move[0]));
    const column = Math.min(columns.length - 1, Math.max(0, place.column + move[1]));
    setStop({ row, column });
    const grid = event.currentTarget.ownerSVGElement;
    grid?.querySelector<SVGGElement>(`[data-place="${row}-${column}"]`)?.focus();
  };
  return (
    <div ref={props.holder}>
      <svg className="grid-map" width={layout.width} height={layout.height} role="grid" aria-label={title}>
        <text {...text} fill={dim} x={left} y={fontSize}>
          {columnName} →
        </text>
        <text {...text} fill={dim} x={left - 10} y={top - 6} textAnchor="end">
          {fitted(`${rowName} ↓`, left - 10, fontSize)}
        </text>
        <g role="row">
          {[...columns, 'Mean'].map((label, column) => {
            const x = xOf(column) + cellWidth / 2;
            const slant = layout.slanted ? { transform: `rotate(-45 ${x} ${top - 8})`, textAnchor: 'start' as const } : { textAnchor: 'middle' as const }; // prettier-ignore
            return (
              <text
                key={label}
                {...text}
                {...slant}
                fill={column === columns.length ? dim : text.fill}
                x={x}
                y={top - 8}
                role="columnheader"
              >
                {layout.slanted ? fitted(label, 9 * fontSize, fontSize) : label}
              </text>
            );
          })}
        </g>
        {entries.map((line, row) => (
          <g key={rows[row]} role="row">
            <text
              {...text}
              x={left - 10}
              y={yOf(row) + cellHeight / 2}
              dy="0.35em"
              textAnchor="end"
              role="rowheader"
            >
              {fitted(rows[row] ?? '', left - 10, fontSize)}
            </text>
            {line.map((entry, column) => {
              const place = { row, column };
              return (
                <GridMapCell
                  key={columns[column]}
                  entry={entry}
                  place={place}
                  x={xOf(column)}
                  y={yOf(row)}
                  layout={layout}
                  scale={scale}
                  marks={props.marks(place)}
                  words={props.wordsOf(place)}
                  chosen={chosen?.row === row && chosen.column === column}
                  inTabOrder={stop.row === row && stop.column === column}
                  onKeyDown={keyDown}
                  onChoose={() => {
                    setStop(place);
                    onChoose(place);
                  }}
                  onLook={onLook}
                />
              );
            })}
            {mean(
              line.map((entry) => entry.mean),
              xOf(columns.length),
              yOf(row),
              'mean',
            )}
          </g>
        ))}
        <g>
          <text
            {...text}
            fill={dim}
            x={left - 10}
            y={yOf(rows.length) + cellHeight / 2}
            dy="0.35em"
            textAnchor="end"
          >
            Mean
          </text>
          {columns.map((label, column) =>
            mean(
              entries.map((line) => line[column]?.mean ?? null),
              xOf(column),
              yOf(rows.length),
              label,
            ),
          )}
        </g>
        <GridMapScale
          scale={scale}
          x={left}
          y={yOf(rows.length) + cellHeight + fontSize}
          width={Math.min(220, columns.length * cellWidth)}
        />
      </svg>
    </div>
  );
}
