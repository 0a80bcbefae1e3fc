import type { AttackInput, AttackProgress, Model, RunContext, TrainedModel, TrainingData } from '../../contracts.ts'; // prettier-ignore
import { userIndex } from '../../data/interactions.ts';
import { incompatible } from '../../errors.ts';
import { addAll } from '../../math/add-all.ts';
import { hypergradient } from '../../math/hypergradient.ts';
import type { Rng } from '../../math/rng.ts';
import { tf, type NamedTensors, type Scalar, type Tensor2D } from '../../tensors.ts';
import { trainModel } from '../../training/train-model.ts';
import { unrolledTraining } from '../../training/unrolled-training.ts';
import { adversarialLoss } from './adversarial-loss.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

/** Loss and gradient of one outer step. Owns its tensors, the surrogate's parameters among them. */
export interface SurrogateGradient {
  readonly loss: Scalar;
  readonly gradient: Tensor2D; // [F, I]
  readonly surrogate: TrainedModel;
  dispose(): void;
}

/** Scores of at most this many cells are differentiated at a time. */
const cellsAtOnce = 16e6;
const training = 'attack: training the surrogate';

/** Trains the surrogate on [X; X̂] from one or several initial values and returns the (mean) loss and hypergradient. */
export async function* surrogateGradient(
  model: Model,
  data: TrainingData,
  profiles: Tensor2D,
  input: AttackInput,
  parameters: UnrolledInjectionParameters,
  context: RunContext,
  outerStep: number,
): AsyncGenerator<AttackProgress, SurrogateGradient> {
  const poisoned: TrainingData = { ...data, variables: { fake: profiles } };
  const seeds = surrogateStreams(parameters, context.rng.stream('surrogate'), outerStep);
  let sum: SurrogateGradient | undefined;
  try {
    for (const rng of seeds) {
      const next: SurrogateGradient = yield* oneGradient(model, poisoned, input, parameters, context, rng);
      sum = sum ? joined(sum, next) : next;
    }
    const total = sum as SurrogateGradient;
    sum = undefined;
    return seeds.length === 1 ? total : scaled(total, 1 / seeds.length);
  } finally {
    sum?.dispose();
  }
}

/** fixed: the stream itself, so that a victim trained from it has the same initial values. */
function surrogateStreams(
  { surrogateSeeds, surrogateSeedCount }: UnrolledInjectionParameters,
  rng: Rng,
  outerStep: number,
): readonly Rng[] {
  if (surrogateSeeds === 'fixed') return [rng];
  if (surrogateSeeds === 'fresh') return [rng.stream('fresh').stream(outerStep)];
  return [
    rng,
    ...Array.from({ length: surrogateSeedCount - 1 }, (_, at) => rng.stream('further').stream(at)),
  ];
}

/** The gradient through the last steps of a training, or the partial derivative of a closed form. */
async function* oneGradient(
  model: Model,
  data: TrainingData,
  { train, targets }: AttackInput,
  { unrollSteps, goal }: UnrolledInjectionParameters,
  context: RunContext,
  rng: Rng,
): AsyncGenerator<AttackProgress, SurrogateGradient> {
  const users = Math.max(1, Math.floor(cellsAtOnce / train.itemCount));
  const outerParts = Math.max(1, Math.ceil(train.userCount / users));
  const outer = (parameters: NamedTensors, changed: TrainingData, part: number) => {
    const from = part * users;
    const count = Math.min(users, train.userCount - from);
    const rows = Array.from({ length: count }, (_, at) => userIndex(from + at));
    return adversarialLoss(goal, model.scores(parameters, changed, rows), targets, train, from);
  };
  if (model.kind === 'direct') return yield* partialGradient(model, data, outer, outerParts, context, rng);

  const unrolled = unrolledTraining(model, data, rng, outer, { outerParts });
  const sweep = hypergradient(unrolled, { unrollSteps });
  try {
    for (;;) {
      await context.yieldNow();
      const next = await sweep.next();
      if (next.done) {
        const { loss, gradient, parameters } = next.value;
        return own(loss, gradient.fake as Tensor2D, { model, data, parameters });
      }
      const { direction, done, total } = next.value;
      const stage = direction === 'forward' ? training : 'attack: gradient through the training';
      yield { level: 'inner', stage, done, total, unit: 'steps' };
    }
  } finally {
    await sweep.return(undefined as never);
    tf.dispose(Object.values(unrolled.initial));
  }
}

async function* partialGradient(
  model: Extract<Model, { kind: 'direct' }>,
  data: TrainingData,
  outer: (parameters: NamedTensors, data: TrainingData, part: number) => Scalar,
  parts: number,
  context: RunContext,
  rng: Rng,
): AsyncGenerator<AttackProgress, SurrogateGradient> {
  if (!model.partialGradient) {
    const reason =
      'The surrogate has no gradient through its training, so nothing can be learned through it.';
    throw incompatible([reason], 'attack.params.surrogate');
  }
  const parameters = yield* trainModel(model, data, rng, context, training);
  let kept = false;
  try {
    const whole = (point: NamedTensors, changed: TrainingData) =>
      addAll(Array.from({ length: parts }, (_, part) => outer(point, changed, part))) as Scalar;
    const { loss, gradient } = await model.partialGradient(parameters, data, whole, context);
    kept = true;
    return own(loss, gradient.fake as Tensor2D, { model, data, parameters });
  } finally {
    if (!kept) tf.dispose(Object.values(parameters));
  }
}

function own(loss: Scalar, gradient: Tensor2D, surrogate: TrainedModel): SurrogateGradient {
  const dispose = () => {
    tf.dispose([loss, gradient]);
    tf.dispose(Object.values(surrogate.parameters));
  };
  return { loss, gradient, surrogate, dispose };
}

/** Sum of two; the first surrogate is kept for evaluation. */
function joined(first: SurrogateGradient, second: SurrogateGradient): SurrogateGradient {
  const loss = tf.add(first.loss, second.loss) as Scalar;
  const gradient = tf.add(first.gradient, second.gradient) as Tensor2D;
  second.dispose();
  tf.dispose([first.loss, first.gradient]);
  return own(loss, gradient, first.surrogate);
}

function scaled(total: SurrogateGradient, factor: number): SurrogateGradient {
  const loss = tf.mul(total.loss, factor) as Scalar;
  const gradient = tf.mul(total.gradient, factor) as Tensor2D;
  tf.dispose([total.loss, total.gradient]);
  return own(loss, gradient, total.surrogate);
}
