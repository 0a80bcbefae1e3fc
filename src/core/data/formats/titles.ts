import { badInput } from '../../errors.ts';
import { detectEncoding } from '../text.ts';
import { fieldText, lineText, scanRows } from './rows.ts';
import { separatorOf } from './sniff.ts';

export interface Titled {
  readonly title: string;
  readonly genres: readonly string[];
}

/** Genre flags of u.item, in the order of u.genre. */
const flagGenres = [
  ...['unknown', 'Action', 'Adventure', 'Animation', "Children's", 'Comedy', 'Crime', 'Documentary', 'Drama'],
  ...[
    'Fantasy',
    'Film-Noir',
    'Horror',
    'Musical',
    'Mystery',
    'Romance',
    'Sci-Fi',
    'Thriller',
    'War',
    'Western',
  ],
];
const flagColumns = 5 + flagGenres.length;

/**
 * Reads item titles and genres by item id. Knows movies.csv (comma, header, genres joined by "|"), u.item ("|", 19 genre flags
 * last), movies.dat ("::", genres joined by "|") and TAB tables that begin with id and name under a header (Steam, Last.fm).
 */
export function readTitles(bytes: Uint8Array, name: string): ReadonlyMap<string, Titled> {
  const encoding = detectEncoding(bytes, name);
  const separator = separatorOf(bytes, name);
  const titles = new Map<string, Titled>();
  let width = 0;
  scanRows(
    bytes,
    separator,
    (row) => {
      const field = (column: number) => fieldText(bytes, row, column, encoding);
      if (width === 0) {
        width = row.count;
        if (!/^\d+$/.test(field(0))) return;
      }
      if (row.count < 2) {
        throw badInput(`${name}, line ${row.line}`, 'must have an id and a title', lineText(bytes, row));
      }
      titles.set(field(0), { title: field(1).trim(), genres: genresOf(separator, row.count, field) });
    },
    { name },
  );
  if (titles.size === 0) throw badInput(name, 'must hold an id and a title per line, has none');
  return titles;
}

function genresOf(separator: string, count: number, field: (column: number) => string): readonly string[] {
  if (separator === '|') {
    return count === flagColumns ? flagGenres.filter((_, at) => field(5 + at) === '1') : [];
  }
  if (separator === '\t' || count < 3) return [];
  return field(2)
    .trim()
    .split('|')
    .filter((genre) => genre !== '' && genre !== '(no genres listed)');
}

/** Titles and genres aligned with item ids. An item without a title is shown by its id; `missing` counts those. */
export function alignedTitles(
  itemIds: readonly string[],
  titles: ReadonlyMap<string, Titled>,
): { titles: readonly string[]; genres: readonly (readonly string[])[]; missing: number } {
  const found = itemIds.map((id) => titles.get(id));
  return {
    titles: itemIds.map((id, at) => found[at]?.title ?? id),
    genres: found.map((titled) => titled?.genres ?? []),
    missing: found.filter((titled) => titled === undefined).length,
  };
}
