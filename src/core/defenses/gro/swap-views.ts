import type { FollowedHistory, RunContext, SequenceModel } from '../../contracts.ts';
import { rankingNegatives } from '../../nn/ranking-negatives.ts';
import { tidy, type NamedTensors } from '../../tensors.ts';
import type { GroParameters } from './spec.ts';
import { swapMatrices } from './swap-matrices.ts';
import { swapPlan, topItemsOf, type SwapPlan } from './swap-plan.ts';

/** Positions and items that a screen has room for. */
const shownPositions = 12;
const shownItems = 24;

/** A model of sequences as it stands between two steps. */
interface Asked {
  readonly model: SequenceModel;
  readonly parameters: NamedTensors;
}

/**
 * Shows A, dL_student/dA and A' of one query that stays the same through the training: what comes after the followed history. Both models
 * answer as they stand before this step, without dropout, and the loss is that of this one list. Training does not notice: the negatives
 * come from a stream of their own, and nothing is kept.
 */
export async function showFollowedQuery(
  { listLength, marginRank, marginNegative, reduction, negatives: rule, ties }: GroParameters,
  victim: Asked,
  student: Asked,
  itemCount: number,
  context: RunContext,
): Promise<void> {
  const query = context.followed?.();
  if (!query) return;
  const served = await scoresAfter(query, victim, itemCount);
  const learned = await scoresAfter(query, student, itemCount);
  const topItems = topItemsOf(served, itemCount, listLength);
  const negatives = rankingNegatives(
    topItems,
    listLength,
    itemCount,
    rule,
    context.rng.stream('followed query'),
  );
  const margins = { rank: marginRank, negative: marginNegative };
  const plan = swapPlan(learned, topItems, negatives, itemCount, { margins, reduction, ties });
  emitSwapViews(plan, listLength, learned, query, context);
}

/** A model's scores of every item after a history. // [I] */
async function scoresAfter(
  { items }: FollowedHistory,
  { model: { sequence }, parameters }: Asked,
  itemCount: number,
): Promise<Float32Array> {
  const scores = tidy(() => sequence.scoresAt(parameters, sequence.query([items], itemCount)));
  return scores.data<'float32'>().finally(() => scores.dispose());
}

/**
 * The first positions of the list, and as columns the items of those positions, the items to be swapped in, and some others of the list.
 * Columns are labelled with item indices.
 */
function emitSwapViews(
  plan: SwapPlan,
  k: number,
  studentScores: Float32Array, // of that list [I]
  query: FollowedHistory,
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
      query,
    });
  show('swap matrix A', swap, 'sequential');
  show('gradient of the student’s loss by A', gradient, 'diverging');
  show('swap matrix A′', target, 'sequential');
}
