import type { MatrixView, ProfilesView } from '../../core/contracts.ts';

/**
 * Fake profiles as a matrix: a row a fake user, a column an item, the items that most fakes click first (at most `limit`
 * columns: beyond, hardly anybody clicks). Targets come first whatever their count.
 */
export function profileMatrix(view: ProfilesView, titles: readonly string[], limit = 80): MatrixView {
  const { fakeUsers, targets } = view;
  const clicks = new Map<number, number>();
  for (const item of fakeUsers.items) clicks.set(item, (clicks.get(item) ?? 0) + 1);
  const isTarget = new Set<number>(targets);
  const others = [...clicks.keys()]
    .filter((item) => !isTarget.has(item))
    .sort((a, b) => (clicks.get(b) ?? 0) - (clicks.get(a) ?? 0) || a - b);
  const shown = [...targets, ...others].slice(0, limit);
  const columnOf = new Map<number, number>(shown.map((item, at) => [item, at]));
  const values = new Float32Array(fakeUsers.userCount * shown.length);
  for (let fake = 0; fake < fakeUsers.userCount; fake++) {
    for (let at = fakeUsers.offsets[fake] ?? 0; at < (fakeUsers.offsets[fake + 1] ?? 0); at++) {
      const column = columnOf.get(fakeUsers.items[at] ?? -1);
      if (column !== undefined) values[fake * shown.length + column] = 1;
    }
  }
  return {
    view: 'matrix',
    name: 'profiles',
    rows: fakeUsers.userCount,
    columns: shown.length,
    values,
    rowLabels: Array.from({ length: fakeUsers.userCount }, (_, at) => `Fake user ${at + 1}`),
    columnLabels: shown.map(
      (item) => `${isTarget.has(item) ? 'Target: ' : ''}${titles[item] ?? `Item ${item}`}`,
    ),
    scale: 'sequential',
  };
}
