import type { Dataset } from '../../contracts.ts';
import type { InteractionTable } from './table.ts';
import { alignedTitles, type Titled } from './titles.ts';

/** A dataset from a table of interactions and, where there are, the titles of its items. */
export function datasetFromTable(
  about: Pick<Dataset, 'id' | 'name' | 'credit'>,
  table: InteractionTable,
  titled?: ReadonlyMap<string, Titled>,
): Dataset {
  const { interactions, userIds, itemIds, notes } = table;
  const base = { ...about, interactions, userIds, itemIds };
  if (titled === undefined) return { ...base, notes };
  const { titles, genres, missing } = alignedTitles(itemIds, titled);
  const note = missing > 0 ? [`${missing} of ${itemIds.length} items have no title and show their id.`] : [];
  const hasGenres = genres.some((names) => names.length > 0);
  return { ...base, titles, ...(hasGenres && { genres }), notes: [...notes, ...note] };
}
