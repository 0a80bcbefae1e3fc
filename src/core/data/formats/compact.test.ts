import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../contracts.ts';
import { createRng } from '../../math/rng.ts';
import { interactionsFromEntries } from '../interactions.ts';
import { packDataset, unpackDataset } from './compact.ts';

const about = { id: 'x', name: 'X', credit: 'me', notes: [] };

/** 40 users, 600 items (so that both byte planes matter), ratings in halves, seconds with ties. */
function sample(): Dataset {
  const rng = createRng(7);
  const entries = Array.from({ length: 40 }, (_, user) =>
    Array.from(rng.sample(600, 1 + rng.integer(60)), (item) => ({
      user,
      item,
      value: (1 + rng.integer(10)) / 2,
      time: 1000 + rng.integer(20),
    })),
  ).flat();
  return {
    ...about,
    interactions: interactionsFromEntries(40, 600, entries),
    userIds: Array.from({ length: 40 }, (_, user) => String(user + 1)),
    itemIds: Array.from({ length: 600 }, (_, item) => String(item * 273 + (item % 5))),
    titles: Array.from({ length: 600 }, (_, item) => `Filmé ${item}`),
    genres: Array.from({ length: 600 }, (_, item) =>
      'abcdefghij'.split('').filter((_, at) => (item + at) % 4 === 0),
    ),
  };
}

describe('packDataset and unpackDataset', () => {
  it('keep everything but the seconds', () => {
    const dataset = sample();
    const { interactions, ...rest } = unpackDataset(packDataset(dataset), about, 'x.bin');
    const { interactions: original, ...originalRest } = dataset;
    expect(rest).toEqual(originalRest);
    expect(interactions.offsets).toEqual(original.offsets);
    expect(interactions.items).toEqual(original.items);
    expect(interactions.values).toEqual(original.values);
  });

  it('keep the order of each history, equal seconds by item', () => {
    const { interactions: original } = sample();
    const { interactions } = unpackDataset(packDataset(sample()), about, 'x.bin');
    for (let user = 0; user < 40; user++) {
      const from = original.offsets[user] as number;
      const places = Array.from(
        { length: (original.offsets[user + 1] as number) - from },
        (_, at) => from + at,
      );
      const bySeconds = places.toSorted(
        (a, b) => (original.times?.[a] ?? 0) - (original.times?.[b] ?? 0) || a - b,
      );
      const byRank = places.toSorted(
        (a, b) => (interactions.times?.[a] ?? 0) - (interactions.times?.[b] ?? 0),
      );
      expect(byRank).toEqual(bySeconds);
      expect(bySeconds.map((at) => interactions.times?.[at])).toEqual(places.map((_, at) => at));
    }
  });

  it('keep items without any genre', () => {
    const plain = { ...sample(), genres: sample().itemIds.map(() => []) };
    const { genres, titles } = unpackDataset(packDataset(plain), about, 'x.bin');
    expect(genres).toEqual(plain.genres);
    expect(titles).toEqual(plain.titles);
  });

  it('give the same bytes twice', () => {
    expect(packDataset(sample())).toEqual(packDataset(sample()));
  });

  it('read from the middle of a larger buffer', () => {
    const file = packDataset(sample());
    const larger = new Uint8Array(file.length + 9);
    larger.set(file, 5);
    const inside = larger.subarray(5, 5 + file.length);
    expect(unpackDataset(inside, about, 'x.bin')).toEqual(unpackDataset(file, about, 'x.bin'));
  });

  it('refuse another mark, version, length and count with the reason', () => {
    const changed = (at: number, byte: number) => {
      const file = packDataset(sample());
      file[at] = byte;
      return () => unpackDataset(file, about, 'x.bin');
    };
    expect(changed(0, 0x51)).toThrow('x.bin: must begin with the mark "RSLD", got "QSLD"');
    expect(changed(4, 2)).toThrow('x.bin: must be of version 1, the only one this lab reads, got 2');
    expect(changed(16, 0)).toThrow(/x\.bin: must hold the \d+ interactions of its header/);
    expect(changed(20, 0)).toThrow(/x\.bin: body must be \d+ bytes long/);
    const file = packDataset(sample());
    expect(() => unpackDataset(file.slice(0, 12), about, 'x.bin')).toThrow(
      'x.bin: must be whole, it is cut off',
    );
    expect(() => unpackDataset(file.slice(0, -40), about, 'x.bin')).toThrow(
      'x.bin: must hold a whole DEFLATE stream',
    );
    expect(() => unpackDataset(new Uint8Array(), about, 'x.bin')).toThrow('must begin with the mark "RSLD"');
  });

  it('refuse ratings that are no halves and ids that are no ascending numbers', () => {
    const dataset = sample();
    const values = dataset.interactions.values?.slice().fill(0.3) as Float32Array;
    expect(() => packDataset({ ...dataset, interactions: { ...dataset.interactions, values } })).toThrow(
      'ratings: must be halves from 0 to 127.5',
    );
    expect(() => packDataset({ ...dataset, userIds: [...dataset.userIds].reverse() })).toThrow(
      'user ids: must be ascending whole numbers',
    );
  });
});
