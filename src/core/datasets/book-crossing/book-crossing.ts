import type { DatasetLoader } from '../../contracts.ts';
import { scanRows, fieldText } from '../../data/formats/rows.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import type { Titled } from '../../data/formats/titles.ts';
import { unpacked } from '../../data/formats/unpack.ts';
import { spec, type BookCrossingParameters } from './spec.ts';

const files = {
  explicit: 'book-crossing/book_ratings.dat',
  implicit: 'book-crossing/book_history.dat',
} as const;
const titlesPath = 'book-crossing/items_info.dat.gz';

/** Book-Crossing, filtered edition: TAB, header: user, item and rating from 1 to 10; or user, item and 1. */
export const bookCrossing: DatasetLoader<BookCrossingParameters> = {
  async load({ feedback }, source) {
    const path = files[feedback];
    const bytes = await source.raw(path);
    const table = readTable(bytes, sniffFormat(bytes, path, { format: 'tab-header' }), path);
    const titles = bookTitles(unpacked(await source.raw(titlesPath), titlesPath));
    const credit = 'Book-Crossing: C.-N. Ziegler, S. M. McNee, J. A. Konstan and G. Lausen, 2005.';
    return datasetFromTable({ id: spec.id, name: spec.name, credit }, table, titles);
  },
};

/**
 * Titles by book id: fields id, ISBN, title, ... In this file the ";" that ends an HTML entity was turned into a TAB, so a title
 * may run over several fields ("Sense &amp<TAB> Sensibility"): they are put together again and the entities decoded.
 */
function bookTitles(bytes: Uint8Array): ReadonlyMap<string, Titled> {
  const titles = new Map<string, Titled>();
  scanRows(bytes, '\t', (row) => {
    let title = fieldText(bytes, row, 2);
    for (let column = 3; /&#?\w+$/.test(title) && column < row.count; column++) {
      title = `${title};${fieldText(bytes, row, column)}`;
    }
    titles.set(fieldText(bytes, row, 0), { title: withoutEntities(title).trim(), genres: [] });
  });
  return titles;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
};

function withoutEntities(text: string): string {
  return text.replaceAll(/&(#?)(\w+);/g, (whole, numeric: string, name: string) =>
    numeric ? String.fromCodePoint(Number(name)) : (entities[name] ?? whole),
  );
}
