import type { DatasetLoader } from '../../contracts.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { readTitles } from '../../data/formats/titles.ts';
import { spec, type Hetrec2011Lastfm2kParameters } from './spec.ts';

const playsPath = 'hetrec2011-lastfm-2k/user_artists.dat';
const titlesPath = 'hetrec2011-lastfm-2k/artists.dat';

/** Last.fm play counts (TAB: user, artist, plays; with header, without, or with `//userID`, as copies differ) and artist names. */
export const hetrec2011Lastfm2k: DatasetLoader<Hetrec2011Lastfm2kParameters> = {
  async load(_parameters, source) {
    const bytes = await source.raw(playsPath);
    const table = readTable(bytes, sniffFormat(bytes, playsPath), playsPath);
    const titles = readTitles(await source.raw(titlesPath), titlesPath);
    const credit = 'HetRec 2011 Last.fm 2K: I. Cantador, P. Brusilovsky and T. Kuflik, 2011; Last.fm.';
    return datasetFromTable({ id: spec.id, name: spec.name, credit }, table, titles);
  },
};
