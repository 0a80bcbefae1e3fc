import type {
  AttackInput,
  AttackProgress,
  RunContext,
  TrainedModel,
  Trainable,
  TrainingData,
} from '../../contracts.ts';
import { userIndex } from '../../data/interactions.ts';
import { hypergradient } from '../../math/hypergradient.ts';
import type { Rng } from '../../math/rng.ts';
import { tf, type Scalar, type Tensor2D } from '../../tensors.ts';
import { unrolledTraining } from '../../training/unrolled-training.ts';
import { promoteLoss } from './adversarial-loss.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

/** Loss and gradient of one outer step. Owns its tensors, the surrogate's parameters among them. */
export interface SurrogateGradient {
  readonly loss: Scalar;
  readonly gradient: Tensor2D; // [F, I]
  readonly surrogate: TrainedModel;
  dispose(): void;
}

/** Trains the surrogate on [X; X̂] from one or several initial values and returns the (mean) loss and hypergradient. */
export async function* surrogateGradient(
  model: Trainable,
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
      const next = yield* oneGradient(model, poisoned, input, parameters, context, rng);
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

async function* oneGradient(
  model: Trainable,
  data: TrainingData,
  { train, targets }: AttackInput,
  { unrollSteps }: UnrolledInjectionParameters,
  context: RunContext,
  rng: Rng,
): AsyncGenerator<AttackProgress, SurrogateGradient> {
  const genuine = Array.from({ length: train.userCount }, (_, user) => userIndex(user));
  const training = unrolledTraining(model, data, rng, (parameters, changed) =>
    promoteLoss(model.scores(parameters, changed, genuine), targets),
  );
  const sweep = hypergradient(training, { unrollSteps });
  try {
    for (;;) {
      await context.yieldNow();
      const next = await sweep.next();
      if (next.done) {
        const { loss, gradient, parameters } = next.value;
        const surrogate = { model, data, parameters };
        return own(loss, gradient.fake as Tensor2D, surrogate);
      }
      const { direction, done, total } = next.value;
      const stage =
        direction === 'forward' ? 'attack: training the surrogate' : 'attack: gradient through the training';
      yield { level: 'inner', stage, done, total, unit: 'steps' };
    }
  } finally {
    await sweep.return(undefined as never);
    tf.dispose(Object.values(training.initial));
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
