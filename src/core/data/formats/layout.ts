import { badInput } from '../../errors.ts';
import type { TextEncoding } from '../text.ts';
import type { Separator } from './rows.ts';

/** 0-based places of the columns that a loader reads. */
export interface ColumnPlaces {
  readonly user: number;
  readonly item: number;
  readonly rating?: number | undefined;
  readonly time?: number | undefined;
}

/** How a table of interactions is laid out. */
export interface Layout {
  readonly separator: Separator;
  readonly encoding: TextEncoding;
  readonly header: boolean;
  readonly columns: ColumnPlaces;
}

/** The published formats by name. Their columns are found by the header's names, or stand at the given places. */
export const formats = {
  'ratings-csv': { label: 'ratings.csv: comma, header', separator: ',', header: true },
  'u-data': { label: 'u.data: TAB, no header', separator: '\t', header: false },
  'ratings-dat': { label: 'ratings.dat: "::", no header', separator: '::', header: false },
  'uid-sid': { label: 'uid,sid pairs: comma, header, no ratings', separator: ',', header: true },
  'tab-header': { label: 'TAB with header (.dat, .tsv, .inter)', separator: '\t', header: true },
} as const satisfies Record<string, { label: string; separator: Separator; header: boolean }>;

export type FormatId = keyof typeof formats;

export type Column = keyof ColumnPlaces;

/** Column names as the published files write them, compared without case, `//`, `-`, `_` and a RecBole `:type`. */
const namesOf: Readonly<Record<Column, readonly string[]>> = {
  user: ['user', 'userid', 'uid', 'users', 'reviewerid', 'customerid', 'profileid', 'session', 'sessionid'],
  item: [
    ...[
      'item',
      'itemid',
      'iid',
      'sid',
      'movieid',
      'movie',
      'artistid',
      'gameid',
      'venue',
      'venueid',
      'animeid',
    ],
    ...[
      'bookid',
      'book',
      'isbn',
      'asin',
      'parentasin',
      'productid',
      'businessid',
      'songid',
      'trackid',
      'locationid',
    ],
  ],
  rating: [
    'rating',
    'ratings',
    'stars',
    'score',
    'value',
    'weight',
    'hours',
    'plays',
    'playcount',
    'bookrating',
  ],
  time: ['timestamp', 'time', 'date', 'unixreviewtime', 'unixtime', 'datetime'],
};

/** Which column a header name stands for. */
export function columnOfName(name: string): Column | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/:(token|float|token_seq|float_seq)$/, '')
    .replaceAll(/[^a-z0-9]/g, '');
  return (Object.keys(namesOf) as Column[]).find((column) => namesOf[column].includes(plain));
}

/** Places by header names; undefined when user or item is not among them. */
export function placesByName(names: readonly string[]): ColumnPlaces | undefined {
  const places: Partial<Record<Column, number>> = {};
  names.forEach((name, at) => {
    const column = columnOfName(name);
    if (column !== undefined && places[column] === undefined) places[column] = at;
  });
  const { user, item, rating, time } = places;
  return user === undefined || item === undefined ? undefined : { user, item, rating, time };
}

/** Places of a table without header, in the order that all published files share: user, item, rating, time. */
export function placesByOrder(columnCount: number): ColumnPlaces {
  return {
    user: 0,
    item: 1,
    ...(columnCount > 2 && { rating: 2 }),
    ...(columnCount > 3 && { time: 3 }),
  };
}

/** Places from a mapping such as `user=userId, item=3`: header names, or column numbers from 1. */
export function mappedPlaces(mapping: string, names: readonly string[]): ColumnPlaces {
  const places: Partial<Record<Column, number>> = {};
  for (const part of mapping.split(',').filter((text) => text.trim() !== '')) {
    const [column, name, ...rest] = part.split('=').map((text) => text.trim());
    if (column === undefined || !Object.hasOwn(namesOf, column) || !name || rest.length > 0) {
      const columns = Object.keys(namesOf).join(', ');
      throw badInput('columns', `must be like "user=userId, item=movieId" with columns of ${columns}`, part);
    }
    const place = names.includes(name) ? names.indexOf(name) : Number(name) - 1;
    if (!Number.isInteger(place) || place < 0 || place >= names.length) {
      throw badInput(`columns.${column}`, `must be one of ${names.join(', ')} or a number from 1`, name);
    }
    places[column as Column] = place;
  }
  const { user, item, rating, time } = places;
  if (user === undefined || item === undefined) {
    throw badInput('columns', 'must say which columns are user and item', mapping);
  }
  return { user, item, rating, time };
}
