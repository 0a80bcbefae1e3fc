import type { KeyboardEvent } from 'react';
import type { Published } from '../../core/run/result.ts';
import type { GridEntry } from './cell-grid.ts';
import { colorOf, inkOn, type ColorScale } from './color-scale.ts';
import { cellNumber, type GridLayout } from './grid-layout.ts';
import { ink, published } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridMapCellProps {
  readonly entry: GridEntry;
  readonly place: GridPlace;
  readonly x: number;
  readonly y: number;
  readonly layout: GridLayout;
  readonly scale: ColorScale;
  readonly marks: readonly Published[];
  /** What stands here, in words. */
  readonly words: string;
  readonly chosen: boolean;
  /** One cell of the map is in the tab order; arrow keys lead to the others. */
  readonly inTabOrder: boolean;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>, place: GridPlace) => void;
  readonly onChoose: () => void;
  readonly onLook: (place: GridPlace | undefined) => void;
}

/** One cell of a map: its colour, its number where it fits, a diamond where a paper published one; dashed until it is measured. */
export function GridMapCell({ entry, place, x, y, layout, scale, marks, chosen, ...rest }: GridMapCellProps) {
  const scheme = useScheme();
  const { cellWidth, cellHeight, decimals } = layout;
  const known = entry.mean !== null;
  const fill = entry.mean === null ? 'none' : colorOf(entry.mean, scale);
  return (
    <g
      className="grid-map-cell"
      role="gridcell"
      aria-selected={chosen}
      aria-label={rest.words}
      data-place={`${place.row}-${place.column}`}
      tabIndex={rest.inTabOrder ? 0 : -1}
      onKeyDown={(event) => rest.onKeyDown(event, place)}
      onClick={rest.onChoose}
      onFocus={() => rest.onLook(place)}
      onBlur={() => rest.onLook(undefined)}
      onPointerEnter={() => rest.onLook(place)}
      onPointerLeave={() => rest.onLook(undefined)}
    >
      <rect
        x={x + 1}
        y={y + 1}
        width={cellWidth - 2}
        height={cellHeight - 2}
        rx={3}
        fill={fill}
        stroke={chosen ? ink[scheme].text : known ? fill : ink[scheme].grid}
        strokeWidth={chosen ? 2.5 : 1}
        strokeDasharray={known || chosen ? undefined : '3 3'}
        pointerEvents="all"
      />
      <text
        fontSize={chartFontSize()}
        fill={known ? inkOn(fill) : ink[scheme].dim}
        x={x + cellWidth / 2}
        y={y + cellHeight / 2}
        dy="0.35em"
        textAnchor="middle"
        aria-hidden="true"
      >
        {cellNumber(entry.mean, decimals)}
      </text>
      {marks.length > 0 && (
        <path
          d={`M${x + cellWidth - 9} ${y + 4}l5 5l-5 5l-5 -5Z`}
          fill={ink[scheme].paper}
          stroke={published.color[scheme]}
          strokeWidth={1.5}
        >
          <title>{marks.map(({ value, source }) => `Published: ${value}. ${source}`).join('\n')}</title>
        </path>
      )}
    </g>
  );
}
