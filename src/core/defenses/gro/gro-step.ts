import type {
  RunContext,
  SequenceBatch,
  SequenceInput,
  SequenceModel,
  SequenceScoring,
} from '../../contracts.ts';
import { valueAndGradient } from '../../math/autodiff.ts';
import type { TrainingState } from '../../math/optimizers/optimizer.ts';
import { disposeState } from '../../math/optimizers/training-state.ts';
import { rankingLoss } from '../../nn/ranking-loss.ts';
import { rankingNegatives } from '../../nn/ranking-negatives.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor2D } from '../../tensors.ts';
import type { StepOutcome } from '../../training/train-loop.ts';
import { plainStep, scalarValue } from '../../training/train-model.ts';
import type { GroParameters } from './spec.ts';
import { swapLoss } from './swap-loss.ts';
import { swapPlan, topItemsOf, type SwapPlan } from './swap-plan.ts';
import { showFollowedQuery } from './swap-views.ts';

/** The student and where its training stands; replaced at every step. */
export interface StudentState {
  readonly model: SequenceModel;
  state: TrainingState;
}

/**
 * One step of GRO: the victim's lists at the asked places (one forward pass), the student's step on them, the swap targets from the
 * student's scores, and the victim's step on its own loss + weight · swap loss, with the lists and the student held fixed. No gradient of
 * the student's loss reaches the victim: its lists are discrete.
 */
export async function groStep(
  parameters: GroParameters,
  victim: SequenceModel,
  before: TrainingState,
  student: StudentState,
  makeBatch: () => unknown,
  context: RunContext,
): Promise<StepOutcome> {
  const batch = makeBatch() as SequenceBatch;
  const dropout = batch.rng.stream('dropout');
  const scoresOf = (point: NamedTensors) => victim.sequence.scoresAt(point, batch.input, dropout);
  const scores = tidy(() => scoresOf(before.parameters));
  const itemCount = scores.shape[1];
  const known = await scores.data<'float32'>().finally(() => scores.dispose());
  const topItems = topItemsOf(known, itemCount, parameters.listLength);
  if (context.watches('matrix')) {
    const asked = { model: victim, parameters: before.parameters };
    const taught = { model: student.model, parameters: student.state.parameters };
    await showFollowedQuery(parameters, asked, taught, itemCount, context);
  }
  const lesson = await studentStep(parameters, victim, student, batch, topItems, itemCount);
  const { plan, studentLoss } = lesson;
  if (parameters.swapWeight === 0) {
    const { after, values } = await plainStep(victim, before, () => batch);
    return { after, values: { ...values, 'loss.student': studentLoss } };
  }
  const { after, own, swap } = tidy(() => {
    let parts: Scalar[] = [];
    const { gradient } = valueAndGradient((point) => {
      const open = scoresOf(point);
      parts = [victim.sequence.lossOf(open, batch), swapLoss(open, plan, parameters.marginSwap)];
      const [target, swapped] = parts as [Scalar, Scalar];
      parts = parts.map((part) => tf.keep(tf.clone(part)));
      return tf.add(target, tf.mul(swapped, parameters.swapWeight)) as Scalar;
    }, before.parameters);
    return {
      own: parts[0] as Scalar,
      swap: parts[1] as Scalar,
      after: victim.optimizer.update(before, gradient),
    };
  });
  const [target, swapped] = [await scalarValue(own), await scalarValue(swap)];
  const values = { 'loss.train': target, 'loss.swap': swapped, 'loss.student': studentLoss };
  return { after, values };
}

/**
 * The student's step on the victim's lists, and what it makes of them: where a swap would hurt it most. The loss that is told is that of
 * means, whichever is trained, so that batches of any size can be compared: m_1 + m_2 where all scores are equal, 0 where all margins are kept.
 */
async function studentStep(
  { marginRank, marginNegative, reduction, negatives: rule, ties, listLength }: GroParameters,
  victim: SequenceModel,
  student: StudentState,
  batch: SequenceBatch,
  topItems: Int32Array,
  itemCount: number,
): Promise<{ plan: SwapPlan; studentLoss: number }> {
  const { model, state } = student;
  const margins = { rank: marginRank, negative: marginNegative };
  const negatives = rankingNegatives(
    topItems,
    listLength,
    itemCount,
    rule,
    batch.rng.stream('student negatives'),
  );
  const input = studentInput(model.sequence, victim.sequence, batch, itemCount);
  const { told, scores, after } = tidy(() => {
    let seen: Tensor2D | undefined;
    const result = valueAndGradient((point) => {
      const own = model.sequence.scoresAt(point, input, batch.rng.stream('student dropout'));
      seen = tf.keep(tf.clone(own));
      return rankingLoss(own, topItems, negatives, margins, reduction);
    }, state.parameters);
    const scores = seen as unknown as Tensor2D;
    const summed = reduction === 'sum';
    return {
      told: summed ? rankingLoss(scores, topItems, negatives, margins, 'mean') : result.value,
      scores,
      after: model.optimizer.update(state, result.gradient),
    };
  });
  disposeState(state);
  student.state = after;
  const studentScores = await scores.data<'float32'>().finally(() => scores.dispose());
  const plan = swapPlan(studentScores, topItems, negatives, itemCount, { margins, reduction, ties });
  const loss = await scalarValue(told);
  // Some backends make 0 of relu(NaN), so that the loss alone does not tell.
  return { plan, studentLoss: areFinite(studentScores) ? loss : Number.NaN };
}

/**
 * What the student reads for the places that the victim was asked, row by row in their order: the victim's own rows where it can read these,
 * else the items before each place, of which it takes the last that it has room for.
 */
function studentInput(
  student: SequenceScoring,
  victim: SequenceScoring,
  batch: SequenceBatch,
  itemCount: number,
): SequenceInput {
  if (student.reads === victim.reads && batch.input.length <= student.maxLength) return batch.input;
  return student.query(batch.histories(), itemCount);
}

/** A sum of 32-bit numbers stays finite in 64 bits unless one of them is not. */
function areFinite(numbers: Float32Array): boolean {
  let sum = 0;
  for (const each of numbers) sum += each;
  return Number.isFinite(sum);
}
