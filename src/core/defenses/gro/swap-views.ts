import type { RunContext } from '../../contracts.ts';
import { swapMatrices } from './swap-matrices.ts';
import type { SwapPlan } from './swap-plan.ts';

/** Positions and items that a screen has room for. */
const shownPositions = 12;
const shownItems = 24;

/**
 * Shows A, dL_student/dA and A' of the first list of this step: its first positions, and as columns the items of those positions, the items
 * to be swapped in, and some others of the list. Columns are labelled with item indices.
 */
export function emitSwapViews(
  plan: SwapPlan,
  k: number,
  studentScores: Float32Array, // of that list [I]
  context: RunContext,
): void {
  const rows = Math.min(k, shownPositions);
  const { swap, gradient, target } = swapMatrices(plan, 0, k, studentScores);
  const items = studentScores.length;
  const columns = [
    ...new Set([...plan.topItems.subarray(0, rows), ...plan.swapTargets.subarray(0, rows), ...plan.topItems.subarray(0, k)]), // prettier-ignore
  ].slice(0, Math.max(shownItems, rows));
  const show = (name: string, matrix: Float32Array, scale: 'sequential' | 'diverging') =>
    context.emit({
      view: 'matrix',
      name,
      rows,
      columns: columns.length,
      values: Float32Array.from({ length: rows * columns.length }, (_, at) => {
        const row = Math.floor(at / columns.length);
        return matrix[row * items + (columns[at % columns.length] as number)] as number;
      }),
      rowLabels: Array.from({ length: rows }, (_, row) => String(row + 1)),
      columnLabels: columns.map(String),
      scale,
    });
  show('swap matrix A', swap, 'sequential');
  show('gradient of the student’s loss by A', gradient, 'diverging');
  show('swap matrix A′', target, 'sequential');
}
