import type { DatasetLoader, DataSource } from '../../contracts.ts';
import { joinTables } from '../../data/formats/join-tables.ts';
import { sniffFormat } from '../../data/formats/sniff.ts';
import { datasetFromTable } from '../../data/formats/table-dataset.ts';
import { readTable } from '../../data/formats/table.ts';
import { readTitles } from '../../data/formats/titles.ts';
import { spec, type Steam200kParameters } from './spec.ts';

const titlesPath = 'steam-200k/item_info.dat';

/** Steam purchases and plays (TAB, header: User_ID, Game_ID, and 1 or hours), doubles kept. */
export const steam200k: DatasetLoader<Steam200kParameters> = {
  async load({ actions }, source) {
    const table =
      actions === 'both'
        ? joinTables(await actionTable(source, 'purchase'), await actionTable(source, 'play'))
        : await actionTable(source, actions);
    const titles = readTitles(await source.raw(titlesPath), titlesPath);
    return datasetFromTable(
      { id: spec.id, name: spec.name, credit: 'Steam video games, Kaggle: tamber.' },
      table,
      titles,
    );
  },
};

async function actionTable(source: DataSource, action: 'purchase' | 'play') {
  const path = `steam-200k/game_${action}.dat`;
  const bytes = await source.raw(path);
  return readTable(bytes, sniffFormat(bytes, path, { columns: 'user=1, item=2, rating=3' }), path);
}
