import { useState, type KeyboardEvent, type Ref } from 'react';
import type { Published } from '../../core/run/result.ts';
import type { GridEntry } from './cell-grid.ts';
import { colorOf, inkOn, type ColorScale } from './color-scale.ts';
import { meanOf } from './experiment-lines.ts';
import { cellNumber, fitted, gridLayout } from './grid-layout.ts';
import { GridMapScale } from './grid-map-scale.tsx';
import { ink, published } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

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
  const layout = gridLayout({ width, fontSize, rows, columns });
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
          {fitted(rowName, left - 10 - fontSize * 1.6, fontSize)} ↓
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
              const fill = entry.mean === null ? 'none' : colorOf(entry.mean, scale);
              const isChosen = chosen?.row === row && chosen.column === column;
              return (
                <g
                  key={columns[column]}
                  className="grid-map-cell"
                  role="gridcell"
                  aria-selected={isChosen}
                  aria-label={props.wordsOf(place)}
                  data-place={`${row}-${column}`}
                  tabIndex={stop.row === row && stop.column === column ? 0 : -1}
                  onKeyDown={(event) => keyDown(event, place)}
                  onClick={() => {
                    setStop(place);
                    onChoose(place);
                  }}
                  onFocus={() => onLook(place)}
                  onBlur={() => onLook(undefined)}
                  onPointerEnter={() => onLook(place)}
                  onPointerLeave={() => onLook(undefined)}
                >
                  <rect
                    x={xOf(column) + 1}
                    y={yOf(row) + 1}
                    width={cellWidth - 2}
                    height={cellHeight - 2}
                    rx={3}
                    fill={fill}
                    fillOpacity={1}
                    stroke={isChosen ? ink[scheme].text : entry.mean === null ? ink[scheme].grid : fill}
                    strokeWidth={isChosen ? 2.5 : 1}
                    strokeDasharray={entry.mean === null && !isChosen ? '3 3' : undefined}
                    pointerEvents="all"
                  />
                  <text
                    {...text}
                    fill={entry.mean === null ? dim : inkOn(fill)}
                    x={xOf(column) + cellWidth / 2}
                    y={yOf(row) + cellHeight / 2}
                    dy="0.35em"
                    textAnchor="middle"
                    aria-hidden="true"
                  >
                    {cellNumber(entry.mean, decimals)}
                  </text>
                  {props.marks(place).length > 0 && (
                    <path
                      d={`M${xOf(column) + cellWidth - 9} ${yOf(row) + 4}l5 5l-5 5l-5 -5Z`}
                      fill={ink[scheme].paper}
                      stroke={published.color[scheme]}
                      strokeWidth={1.5}
                    >
                      <title>
                        {props
                          .marks(place)
                          .map(({ value, source }) => `Published: ${value}. ${source}`)
                          .join('\n')}
                      </title>
                    </path>
                  )}
                </g>
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
