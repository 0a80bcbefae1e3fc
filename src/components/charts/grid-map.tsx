import { useElementSize } from '@mantine/hooks';
import { memo, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Published } from '../../core/run/result.ts';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { gridRows, publishedAt, type GridEntry, type GridSides, type Measure } from './cell-grid.ts';
import { ChartFrame } from './chart-frame.tsx';
import { scaleFor } from './color-scale.ts';
import type { ChartTable } from './data-table.tsx';
import { formatMeasured } from './format.ts';
import type { GridPlace } from './grid-map-cell.tsx';
import { GridMapPlot } from './grid-map-plot.tsx';
import { Legend } from './legend.tsx';
import { published as publishedStyle } from './roles.ts';
import { svgPicture } from './svg-picture.ts';
import { useScheme } from './use-scheme.ts';

interface GridMapProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly sides: GridSides;
  readonly entries: readonly (readonly GridEntry[])[];
  readonly measure: Measure;
  readonly published: readonly Published[];
  /** Index of the cell that the rest of the page shows. */
  readonly chosenCell: number | undefined;
  readonly onCell: (index: number) => void;
  readonly controls: ReactNode;
  readonly fileName: string;
  readonly emptyText: string;
}

/** A grid of experiments as a heat map: what each combination came to, filled in while it runs; a cell opens its run. */
export const GridMap = memo(function GridMap(props: GridMapProps) {
  const { title, sides, entries, measure, published, chosenCell, emptyText } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState<GridPlace>();
  const scheme = useScheme();
  const means = useMemo(() => entries.flat().map((entry) => entry.mean), [entries]);
  const scale = useMemo(() => scaleFor(means, measure.minus !== undefined), [means, measure.minus]);
  const chosen = placeOf(entries, chosenCell);
  const marksAt = ({ row, column }: GridPlace) =>
    publishedAt(
      published,
      {
        ...sides.fixed,
        [sides.rowAxis]: sides.rows[row] ?? '',
        [sides.columnAxis]: sides.columns[column] ?? '',
      },
      measure,
    );
  const hasMarks = entries.some((line, row) => line.some((_, column) => marksAt({ row, column }).length > 0));
  const words = (place: GridPlace) => wordsOf(place, props, marksAt(place));
  return (
    <ChartFrame
      title={title}
      caption={props.caption}
      fileName={props.fileName}
      table={tableOf(props, marksAt)}
      controls={props.controls}
      empty={means.some((mean) => mean !== null) ? undefined : emptyText}
      picture={(format) => svgPicture(holder.current, 'svg.grid-map', format, scheme)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        <div ref={ref}>
          {width > 0 && (
            <GridMapPlot
              title={title}
              rowName={capital(sides.rowAxis)}
              rows={sides.rows}
              columnName={capital(sides.columnAxis)}
              columns={sides.columns}
              entries={entries}
              scale={scale}
              marks={marksAt}
              wordsOf={words}
              chosen={chosen}
              onChoose={({ row, column }) => {
                const cell = cellToOpen(entries[row]?.[column], chosenCell);
                if (cell !== undefined) props.onCell(cell);
              }}
              onLook={setLooked}
              width={width}
              holder={holder}
            />
          )}
        </div>
        <p className="grid-map-words">
          {looked
            ? words(looked)
            : 'Point at a cell for its spread; click it to see its run in the other views.'}
        </p>
      </ErrorBoundary>
      {hasMarks && (
        <Legend
          as="point"
          entries={[
            { key: 'published', label: 'Published (in the tip, with its source)', style: publishedStyle },
          ]}
        />
      )}
    </ChartFrame>
  );
});

function placeOf(entries: GridMapProps['entries'], cell: number | undefined): GridPlace | undefined {
  if (cell === undefined) return undefined;
  for (const [row, line] of entries.entries()) {
    const column = line.findIndex(({ cells }) => cells.includes(cell));
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** Of several cells that were averaged, the one in view, else the first. */
function cellToOpen(entry: GridEntry | undefined, chosen: number | undefined): number | undefined {
  return entry?.cells.find((cell) => cell === chosen) ?? entry?.cells[0];
}

function wordsOf(
  { row, column }: GridPlace,
  { sides, entries }: Pick<GridMapProps, 'sides' | 'entries'>,
  marks: readonly Published[],
): string {
  const place = `${sides.rowAxis} ${sides.rows[row]}, ${sides.columnAxis} ${sides.columns[column]}`;
  const entry = entries[row]?.[column];
  if (!entry || entry.mean === null) return `${place}: not measured yet`;
  const repeats = entry.values.filter((value) => value !== null).length;
  const measured = formatMeasured(entry.mean, entry.deviation, repeats);
  const over = [
    `${repeats} ${repeats === 1 ? 'repeat' : 'repeats'}`,
    ...(entry.cells.length > 1 ? [`mean of ${entry.measured} of ${entry.cells.length} cells`] : []),
  ];
  const said = marks.map(({ value, source }) => `; published ${value} (${source})`).join('');
  return `${place}: ${measured} (${over.join(', ')})${said}`;
}

function tableOf(
  { sides, entries, measure }: GridMapProps,
  marksAt: (place: GridPlace) => readonly Published[],
): ChartTable {
  const width = sides.columns.length;
  const rows = gridRows(entries, sides.rows, sides.columns).map((row, at) => [
    ...row,
    marksAt({ row: Math.floor(at / width), column: at % width })
      .map(({ value, source }) => `${value} (${source})`)
      .join('; '),
  ]);
  const minus = measure.minus === undefined ? '' : ` minus ${measure.minus}`;
  return {
    columns: [
      capital(sides.rowAxis),
      capital(sides.columnAxis),
      'Mean',
      'Standard deviation',
      'Repeats',
      'Published',
    ],
    rows,
    note: `${measure.metric}, ${measure.phase}${minus}`,
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
