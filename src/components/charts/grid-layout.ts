/** Where the parts of a two-way grid stand, in pixels. */
export interface GridLayout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Gap between the cells and the means beside and below them. */
  readonly gap: number;
  /** Column labels stand aslant where they are wider than a column. */
  readonly slanted: boolean;
  /** Decimals of the numbers in the cells; null where none fit. */
  readonly decimals: 3 | 2 | null;
  readonly width: number;
  readonly height: number;
}

interface GridLayoutInput {
  readonly width: number;
  readonly fontSize: number;
  /** Name of the axis of the rows, which stands above their labels. */
  readonly rowName: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

/** Mean width of a character against the font size. */
const characterWidth = 0.64;
/** The same of capitals, which names of models are full of. */
const capitalWidth = 0.8;
const widestCell = 150;

/** Fits a grid with means beside and below it into a width: labels as long as they may be, numbers as exact as they fit. */
export function gridLayout({ width, fontSize, rowName, rows, columns }: GridLayoutInput): GridLayout {
  const widthOf = (text: string) => {
    const capitals = text.replace(/[^\p{Lu}+]/gu, '').length;
    return fontSize * (capitals * capitalWidth + (text.length - capitals) * characterWidth);
  };
  const longestRow = Math.max(widthOf('Mean'), widthOf(`${rowName} ↓`), ...rows.map(widthOf));
  const left = Math.ceil(Math.min(longestRow, width * 0.34)) + 10;
  const gap = 8;
  const cellWidth = Math.max(
    8,
    Math.min(widestCell, Math.floor((width - left - gap - 2) / (columns.length + 1))),
  );
  const longestColumn = Math.max(widthOf('Mean'), ...columns.map(widthOf));
  const slanted = longestColumn > cellWidth - 4;
  const top = Math.ceil(slanted ? Math.min(longestColumn, 9 * fontSize) * 0.72 : fontSize) + fontSize * 2.2;
  const decimals = cellWidth >= widthOf('-0.000') + 4 ? 3 : cellWidth >= widthOf('-.0') + 4 ? 2 : null;
  const cellHeight = Math.round(fontSize * 2.7);
  return {
    left,
    top,
    cellWidth,
    cellHeight,
    gap,
    slanted,
    decimals,
    width: left + (columns.length + 1) * cellWidth + gap + 2,
    height: top + (rows.length + 1) * cellHeight + gap + fontSize * 3,
  };
}

/** A label cut to what fits, with an ellipsis. */
export function fitted(label: string, room: number, fontSize: number): string {
  const most = Math.max(1, Math.floor(room / (fontSize * characterWidth)));
  return label.length <= most ? label : `${label.slice(0, Math.max(1, most - 1))}…`;
}

/** A number as a cell has room for: 0.123, .12, 1234; nothing where it does not fit. */
export function cellNumber(value: number | null, decimals: GridLayout['decimals']): string {
  if (value === null || decimals === null) return '';
  const minus = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size >= 100) return `${minus}${size.toFixed(0)}`;
  if (size >= 10) return `${minus}${size.toFixed(1)}`;
  const text = size.toFixed(decimals);
  return `${minus}${decimals === 2 ? text.replace(/^0/, '') : text}`;
}
