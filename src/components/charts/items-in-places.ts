import type { MatrixView } from '../../core/contracts.ts';

/** Titles of the items that a matrix of zeros and ones puts at its places, row by row; its columns are labelled with item indices. */
export function itemsInPlaces(view: MatrixView | undefined, titles: readonly string[]): readonly string[] {
  if (!view) return [];
  const { rows, columns, values, columnLabels } = view;
  return Array.from({ length: rows }, (_, row) => {
    const label = columnLabels[values.subarray(row * columns, (row + 1) * columns).indexOf(1)];
    return label === undefined ? 'no item' : (titles[Number(label)] ?? `Item ${label}`);
  });
}
