import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { ml100k } from './ml-100k.ts';

const flags = (genre: number) => Array.from({ length: 19 }, (_, at) => +(at === genre)).join('|');
const titles = `1|Toy Story (1995)|01-Jan-1995||http://x/|${flags(3)}\n7|Caf\xe9 (1996)|||http://y/|${flags(18)}\n`;
const source = memorySource({
  'ml-100k/u.data': '196\t7\t3\t881250949\n5\t1\t4\t891717742\n',
  'ml-100k/u.item': Uint8Array.from(titles, (letter) => letter.charCodeAt(0)),
});

describe('ml-100k', () => {
  it('reads u.data and u.item in their published format', async () => {
    const dataset = await ml100k.load({}, source, createRng(1));
    expect(dataset).toMatchObject({
      userIds: ['5', '196'],
      itemIds: ['1', '7'],
      titles: ['Toy Story (1995)', 'Café (1996)'],
      genres: [['Animation'], ['Western']],
      notes: [],
    });
    expect([...(dataset.interactions.times ?? [])]).toEqual([891717742, 881250949]);
  });
});
