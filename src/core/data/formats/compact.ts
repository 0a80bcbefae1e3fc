import { deflateSync, inflateSync } from 'fflate';
import type { Dataset } from '../../contracts.ts';
import { badInput, LabError } from '../../errors.ts';
import { interactionsFromColumns, userColumn } from '../columns.ts';
import { itemCounts, itemsOf } from '../interactions.ts';
import { itemsByPopularity } from '../item-selection.ts';
import { decodeText, encodeText } from '../text.ts';
import { createByteReader, createByteWriter } from './byte-stream.ts';

/**
 * The compact binary in which datasets are bundled with the page.
 *
 * Header, 24 bytes, little-endian: magic "RSLD", version uint16, zero uint16, then uint32 each: users U, items I, interactions n,
 * length of the unpacked body. The body is raw DEFLATE, because static hosts seldom compress `.bin` files:
 * user ids and item ids (whole numbers, ascending, as differences), interactions per user and per item (all varints), then n
 * interactions user by user in chronological order (ties by item) as three planes: high bytes and low bytes of the item's popularity
 * rank, and ratings in halves. Last the texts, UTF-8, one a line: genre names, then a bit plane of genres per 8 names, then titles.
 * Times are not kept, only their order.
 */
const magic = 'RSLD';
const version = 1;
const headerLength = 24;

/** Packs a dataset with whole-number ids, times and ratings in halves up to 127.5. The same dataset gives the same bytes. */
export function packDataset(dataset: Dataset): Uint8Array {
  const { interactions, userIds, itemIds } = dataset;
  const { userCount, itemCount, items, offsets, values, times } = interactions;
  if (!values || !times || !dataset.titles || !dataset.genres) {
    throw new LabError('internal', 'packDataset: needs ratings, times, titles and genres');
  }
  const counts = itemCounts(interactions);
  const ranks = new Int32Array(itemCount);
  itemsByPopularity(counts).forEach((item, rank) => (ranks[item] = rank));
  const order = chronological(dataset.interactions.userCount, offsets, items, times);

  const body = createByteWriter();
  ascending(userIds, 'user').forEach((step) => body.varint(step));
  ascending(itemIds, 'item').forEach((step) => body.varint(step));
  for (let user = 0; user < userCount; user++) body.varint(itemsOf(interactions, user).length);
  counts.forEach((count) => body.varint(count));
  order.forEach((at) => body.byte((ranks[items[at] as number] as number) >> 8));
  order.forEach((at) => body.byte((ranks[items[at] as number] as number) & 255));
  order.forEach((at) => {
    const halves = (values[at] as number) * 2;
    if (!Number.isInteger(halves) || halves < 0 || halves > 255) {
      throw badInput('ratings', 'must be halves from 0 to 127.5', values[at]);
    }
    body.byte(halves);
  });
  const genreNames = [...new Set(dataset.genres.flat())].sort();
  body.text(genreNames.join('\n'));
  for (let plane = 0; plane < genreNames.length; plane += 8) {
    const names = genreNames.slice(plane, plane + 8);
    dataset.genres.forEach((own) =>
      body.byte(names.reduce((bits, name, at) => bits | (own.includes(name) ? 1 << at : 0), 0)),
    );
  }
  body.text(dataset.titles.join('\n'));

  const unpackedBody = body.bytes();
  const packed = deflateSync(unpackedBody, { level: 9, mem: 12 });
  const file = new Uint8Array(headerLength + packed.length);
  const header = new DataView(file.buffer);
  file.set(encodeText(magic));
  header.setUint16(4, version, true);
  [userCount, itemCount, items.length, unpackedBody.length].forEach((count, at) =>
    header.setUint32(8 + 4 * at, count, true),
  );
  file.set(packed, headerLength);
  return file;
}

/** Reads what `packDataset` wrote. `times` are places in the user's history, 0, 1, 2, ... Refuses anything else with the reason. */
export function unpackDataset(
  file: Uint8Array,
  about: Pick<Dataset, 'id' | 'name' | 'credit' | 'notes'>,
  name: string,
): Dataset {
  const found = decodeText(file.subarray(0, 4), 'windows-1252');
  if (found !== magic) throw badInput(name, `must begin with the mark "${magic}"`, found);
  if (file.length < headerLength)
    throw badInput(name, 'must be whole, it is cut off', `${file.length} bytes`);
  const header = new DataView(file.buffer, file.byteOffset, headerLength);
  const foundVersion = header.getUint16(4, true);
  if (foundVersion !== version) {
    throw badInput(name, `must be of version ${version}, the only one this lab reads`, foundVersion);
  }
  const count = (at: number) => header.getUint32(8 + 4 * at, true);
  const [userCount, itemCount, interactionCount, bodyLength] = [count(0), count(1), count(2), count(3)];
  const body = createByteReader(inflated(file.subarray(headerLength), bodyLength, name), name);

  const userIds = summed(body.varints(userCount));
  const itemIds = summed(body.varints(itemCount));
  const lengths = body.varints(userCount);
  const counts = body.varints(itemCount);
  const total = (list: Int32Array) => list.reduce((sum, length) => sum + length, 0);
  if (total(lengths) !== interactionCount || total(counts) !== interactionCount) {
    throw badInput(name, `must hold the ${interactionCount} interactions of its header`, total(lengths));
  }
  const high = body.take(interactionCount);
  const low = body.take(interactionCount);
  const halves = body.take(interactionCount);
  const genreNames = body
    .text()
    .split('\n')
    .filter((genre) => genre !== '');
  const planes = Array.from({ length: Math.ceil(genreNames.length / 8) }, () => body.take(itemCount));
  const titles = body.text().split('\n');

  const byRank = itemsByPopularity(counts);
  const offsets = new Int32Array(userCount + 1);
  lengths.forEach((length, user) => (offsets[user + 1] = (offsets[user] as number) + length));
  const items = Int32Array.from(high, (byte, at) => byRank[(byte << 8) | (low[at] as number)] ?? -1);
  const users = userColumn({ userCount, itemCount, offsets, items });
  if (titles.length !== itemCount || items.includes(-1)) {
    throw badInput(name, `must have a title for each of its ${itemCount} items and name no other`);
  }
  return {
    ...about,
    interactions: interactionsFromColumns(userCount, itemCount, {
      users,
      items,
      values: Float32Array.from(halves, (half) => half / 2),
      times: Float64Array.from(users, (user, at) => at - (offsets[user] as number)),
    }),
    userIds,
    itemIds,
    titles,
    genres: titles.map((_, item) =>
      genreNames.filter((_, at) => ((planes[at >> 3]?.[item] ?? 0) >> (at & 7)) & 1),
    ),
  };
}

/** Places of the interactions user by user, by time, then item. */
function chronological(
  userCount: number,
  offsets: Int32Array,
  items: Int32Array,
  times: Float64Array,
): number[] {
  const order: number[] = [];
  for (let user = 0; user < userCount; user++) {
    const from = offsets[user] as number;
    const own = Array.from({ length: (offsets[user + 1] as number) - from }, (_, at) => from + at);
    own.sort(
      (a, b) =>
        (times[a] as number) - (times[b] as number) || (items[a] as number) - (items[b] as number) || a - b,
    );
    order.push(...own);
  }
  return order;
}

function ascending(ids: readonly string[], what: string): readonly number[] {
  return ids.map((id, at) => {
    const step = Number(id) - Number(at === 0 ? 0 : ids[at - 1]);
    if (!Number.isSafeInteger(step) || step < 0)
      throw badInput(`${what} ids`, 'must be ascending whole numbers', id);
    return step;
  });
}

function summed(steps: Int32Array): readonly string[] {
  let id = 0;
  return Array.from(steps, (step) => String((id += step)));
}

function inflated(packed: Uint8Array, length: number, name: string): Uint8Array {
  let body: Uint8Array;
  try {
    body = inflateSync(packed);
  } catch (cause) {
    throw new LabError(
      'bad-input',
      `${name}: must hold a whole DEFLATE stream, it is damaged or cut off`,
      name,
      {
        cause,
      },
    );
  }
  if (body.length !== length) throw badInput(name, `body must be ${length} bytes long`, body.length);
  return body;
}
