import type { AttackInput, MatrixView } from '../../contracts.ts';
import type { Tensor2D } from '../../tensors.ts';

const shownItems = 80;
const shownUsers = 100;

/**
 * The hypergradient as a heat map: the first fake users by the items whose columns weigh most (sum of magnitudes), targets first.
 * Column labels are item indices; the page puts titles in their place.
 */
export async function gradientView(
  gradient: Tensor2D,
  { targets }: AttackInput,
  popularity: Int32Array,
): Promise<MatrixView> {
  const [users, items] = gradient.shape;
  const values = await gradient.data<'float32'>();
  const weight = new Float64Array(items);
  for (let at = 0; at < values.length; at++)
    weight[at % items] = (weight[at % items] ?? 0) + Math.abs(values[at] as number);
  const isTarget = new Set<number>(targets);
  const order = Array.from(popularity.keys())
    .filter((item) => !isTarget.has(item))
    .sort((a, b) => (weight[b] as number) - (weight[a] as number) || a - b);
  const columns = [...targets, ...order].slice(0, shownItems);
  const rows = Math.min(users, shownUsers);
  const shown = new Float32Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((item, at) => (shown[row * columns.length + at] = values[row * items + item] as number));
  }
  return {
    view: 'matrix',
    name: 'hypergradient',
    rows,
    columns: columns.length,
    values: shown,
    rowLabels: Array.from({ length: rows }, (_, row) => `fake user ${row + 1}`),
    columnLabels: columns.map(String),
    scale: 'diverging',
  };
}
