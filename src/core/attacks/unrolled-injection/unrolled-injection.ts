import type {
  Attack,
  AttackFactory,
  AttackInput,
  AttackProgress,
  CheckpointState,
  Model,
  Poison,
  RunContext,
  TrainingData,
} from '../../contracts.ts';
import { interactionsFromDense, itemCounts } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { badInput, incompatible, notFinite } from '../../errors.ts';
import { tf, tidy, type Scalar, type Tensor2D } from '../../tensors.ts';
import { scalarValue } from '../../training/train-model.ts';
import { BestProfiles } from './best-profiles.ts';
import { gradientView } from './gradient-view.ts';
import { initialProfiles } from './initial-profiles.ts';
import { knownPart } from './known-part.ts';
import { OuterDescent } from './outer-descent.ts';
import type { UnrolledInjectionParameters } from './spec.ts';
import { surrogateGradient } from './surrogate-gradient.ts';

/**
 * Adversarially learned injection (Tang et al. 2020, Algorithm 1). For t = 1..T: train the surrogate from scratch on [X; X̂] for L steps,
 * take the gradient of L_adv (Eq. 3) by X̂ through the last `unrollSteps` of them (Eq. 4, 7, 9), and move X̂ by projected momentum descent.
 * Progress at step t reports the surrogate that was trained on the profiles before update t, as the authors' code does.
 * F = 0 is a no-op. Randomness: stream `surrogate` for the surrogate, `profiles` for the first profiles, `known` for the users or clicks seen.
 */
export const unrolledInjection: AttackFactory<UnrolledInjectionParameters> = {
  create: (parameters): Attack<Poison> => ({
    async *run(given, context) {
      const { fakeUserCount, outerSteps, knownFraction, keep } = parameters;
      const surrogate = await context.build(parameters.surrogate);
      const train = knownPart(given.train, parameters, context.rng.stream('known'));
      if (fakeUserCount === 0) return poisonOf(new Float32Array(0), 0, train.itemCount);

      const input: AttackInput = { ...given, train };
      const data = trainingData(train);
      let descent: OuterDescent | undefined;
      try {
        assertTrainable(parameters, surrogate, data);
        const begun = start(parameters, input, context);
        const { from, best } = begun;
        const moving = (descent = begun.descent);
        const poison = async () => poisonOf(await moving.profiles.data(), fakeUserCount, train.itemCount);
        for (let step = from; step < outerSteps; step++) {
          const began = context.now();
          const result = yield* surrogateGradient(
            surrogate,
            data,
            moving.profiles,
            input,
            parameters,
            context,
            step,
          );
          try {
            const loss = (await result.loss.data())[0] ?? Number.NaN;
            await assertFinite(loss, result.gradient, step);
            await best.offer(loss, moving.profiles);
            // Rows of a surrogate that saw a part of the data are not the rows of the data.
            const shown = knownFraction === 1 ? result.surrogate : undefined;
            if (context.watches('matrix'))
              context.emit(await gradientView(result.gradient, input, itemCounts(train)));
            yield report(step, outerSteps, loss, shown, poison, (context.now() - began) / 1000);
            await moving.step(result.gradient);
          } finally {
            result.dispose();
          }
          await context.checkpoint({
            step: step + 1,
            profiles: Float32Array.from(await moving.profiles.data()),
            buffer: Float32Array.from(await moving.buffer.data()),
            ...best.kept(),
          });
        }
        const chosen = keep === 'best' ? best.profiles : undefined;
        return chosen ? poisonOf(chosen, fakeUserCount, train.itemCount) : await poison();
      } finally {
        descent?.dispose();
        data.dispose();
      }
    },
  }),
};

/** A gradient that is not finite would clear every profile and show as a flat line. */
async function assertFinite(loss: number, gradient: Tensor2D, step: number): Promise<void> {
  const probe = await scalarValue(tidy(() => tf.sum(tf.mul(gradient, 0)) as Scalar));
  const what = Number.isFinite(loss) ? 'hypergradient' : 'adversarial loss';
  if (Number.isFinite(loss) && probe === 0) return;
  throw notFinite(
    `attack: the ${what} of outer step ${step + 1}`,
    'Lower the learning rate of the surrogate, or unroll fewer steps.',
  );
}

function report(
  step: number,
  total: number,
  loss: number,
  surrogate: AttackProgress['surrogate'],
  current: () => Promise<Poison>,
  seconds: number,
): AttackProgress<Poison> {
  return {
    level: 'outer',
    stage: 'attack',
    done: step + 1,
    total,
    unit: 'outer steps',
    values: { 'loss.adversarial': loss, 'cost.seconds': seconds },
    ...(surrogate && { surrogate }),
    current,
  };
}

/** Profiles, momentum and the best so far to begin with: those of an interrupted run, or the first ones. */
function start(parameters: UnrolledInjectionParameters, input: AttackInput, context: RunContext) {
  const shape: [number, number] = [parameters.fakeUserCount, input.train.itemCount];
  const { restored } = context;
  if (restored) {
    const { step, profiles, buffer } = restored as Restored;
    const [fake, momentum] = [tf.tensor2d(profiles, shape), tf.tensor2d(buffer, shape)];
    const descent = new OuterDescent(parameters, input.targets, fake, momentum);
    return { descent, from: step, best: new BestProfiles(restored) };
  }
  const first = initialProfiles(parameters, input, context.rng.stream('profiles'));
  const descent = new OuterDescent(parameters, input.targets, tf.tensor2d(first, shape));
  return { descent, from: 0, best: new BestProfiles() };
}

type Restored = CheckpointState & {
  readonly step: number;
  readonly profiles: Float32Array;
  readonly buffer: Float32Array;
};

function assertTrainable(
  { surrogate, unrollSteps }: UnrolledInjectionParameters,
  model: Model,
  data: TrainingData,
): void {
  if (model.kind === 'direct') {
    if (model.partialGradient) return;
    throw incompatible(
      [`${surrogate.id} has no gradient through its training, so nothing can be learned through it.`],
      'attack.params.surrogate',
    );
  }
  const steps = model.epochs * model.batchesPerEpoch(data);
  if (unrollSteps > steps) {
    throw badInput(
      'attack.params.unrollSteps',
      `must be at most ${steps}, the training steps of the surrogate`,
      unrollSteps,
    );
  }
}

function poisonOf(profiles: ArrayLike<number>, users: number, items: number): Poison {
  return { produces: 'poison', fakeUsers: interactionsFromDense(profiles, users, items) };
}
