import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { hetrec2011Lastfm2k } from './hetrec2011-lastfm-2k.ts';

const rows = '2\t51\t13883\n2\t52\t11690\n';

describe('hetrec2011-lastfm-2k', () => {
  it.each([
    ['with header', `userID\tartistID\tweight\n${rows}`],
    ['without header', rows],
    ['with //userID and CRLF', `//userID\tartistID\tweight\n${rows}`.replaceAll('\n', '\r\n')],
  ])('reads plays %s', async (_, plays) => {
    const source = memorySource({
      'hetrec2011-lastfm-2k/user_artists.dat': plays,
      'hetrec2011-lastfm-2k/artists.dat':
        'id\tname\turl\tpictureURL\n51\tDuran Duran\tu\tp\n52\t"Weird\tu\tp\n',
    });
    const { interactions, titles } = await hetrec2011Lastfm2k.load({}, source, createRng(1));
    expect([...(interactions.values ?? [])]).toEqual([13883, 11690]);
    expect(titles).toEqual(['Duran Duran', '"Weird']);
  });
});
