import type {
  Attack,
  AttackFactory,
  AttackInput,
  AttackProgress,
  Poison,
  RunContext,
  Trainable,
} from '../../contracts.ts';
import { interactionsFromDense, itemCounts } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { badInput, incompatible, notFinite } from '../../errors.ts';
import { tf } from '../../tensors.ts';
import { gradientView } from './gradient-view.ts';
import { initialProfiles } from './initial-profiles.ts';
import { OuterDescent } from './outer-descent.ts';
import type { UnrolledInjectionParameters } from './spec.ts';
import { surrogateGradient } from './surrogate-gradient.ts';

/**
 * Adversarially learned injection (Tang et al. 2020, Algorithm 1). For t = 1..T: train the surrogate from scratch on [X; X̂] for L steps,
 * take the gradient of L_adv (Eq. 3) by X̂ through the last `unrollSteps` of them (Eq. 4, 7, 9), and move X̂ by projected momentum descent.
 * Progress at step t reports the surrogate that was trained on the profiles before update t, as the authors' code does.
 * F = 0 is a no-op. Randomness: stream `surrogate` for the surrogate, `profiles` for the first profiles.
 */
export const unrolledInjection: AttackFactory<UnrolledInjectionParameters> = {
  create: (parameters): Attack<Poison> => ({
    async *run(input, context) {
      const { train } = input;
      const { fakeUserCount, outerSteps } = parameters;
      const surrogate = await surrogateOf(parameters, context);
      if (fakeUserCount === 0) return poisonOf(new Float32Array(0), 0, train.itemCount);

      const { descent, from } = start(parameters, input, context);
      const data = trainingData(train);
      const poison = async () => poisonOf(await descent.profiles.data(), fakeUserCount, train.itemCount);
      try {
        for (let step = from; step < outerSteps; step++) {
          const began = context.now();
          const result = yield* surrogateGradient(
            surrogate,
            data,
            descent.profiles,
            input,
            parameters,
            context,
            step,
          );
          try {
            const loss = (await result.loss.data())[0] ?? Number.NaN;
            if (!Number.isFinite(loss)) {
              throw notFinite(
                `attack: the adversarial loss of outer step ${step + 1}`,
                'Lower the learning rate of the surrogate.',
              );
            }
            yield report(step, outerSteps, loss, result.surrogate, poison, (context.now() - began) / 1000);
            if (context.watches('matrix'))
              context.emit(await gradientView(result.gradient, input, itemCounts(train)));
            descent.step(result.gradient);
          } finally {
            result.dispose();
          }
          await context.checkpoint({
            step: step + 1,
            profiles: Float32Array.from(await descent.profiles.data()),
            buffer: Float32Array.from(await descent.buffer.data()),
          });
        }
        return await poison();
      } finally {
        descent.dispose();
        data.dispose();
      }
    },
  }),
};

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

/** Profiles and momentum to begin with: those of an interrupted run, or the first ones. */
function start(parameters: UnrolledInjectionParameters, input: AttackInput, context: RunContext) {
  const shape: [number, number] = [parameters.fakeUserCount, input.train.itemCount];
  const { restored } = context;
  if (restored) {
    const { step, profiles, buffer } = restored as {
      step: number;
      profiles: Float32Array;
      buffer: Float32Array;
    };
    return {
      descent: new OuterDescent(parameters, tf.tensor2d(profiles, shape), tf.tensor2d(buffer, shape)),
      from: step,
    };
  }
  const first = initialProfiles(parameters, input, context.rng.stream('profiles'));
  return { descent: new OuterDescent(parameters, tf.tensor2d(first, shape)), from: 0 };
}

async function surrogateOf(
  { surrogate, unrollSteps }: UnrolledInjectionParameters,
  context: RunContext,
): Promise<Trainable> {
  const model = await context.build(surrogate);
  if (model.kind !== 'trainable') {
    throw incompatible(
      [`${surrogate.id} has no gradient through its training, so nothing can be learned through it.`],
      'attack.params.surrogate',
    );
  }
  if (unrollSteps > model.epochs && model.epochs > 0) {
    throw badInput(
      'attack.params.unrollSteps',
      `must be at most ${model.epochs}, the training steps of the surrogate`,
      unrollSteps,
    );
  }
  return model;
}

function poisonOf(profiles: ArrayLike<number>, users: number, items: number): Poison {
  return { produces: 'poison', fakeUsers: interactionsFromDense(profiles, users, items) };
}
