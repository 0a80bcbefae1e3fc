import { userIndex } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { hypergradient, type HypergradientProgress } from '../math/hypergradient.ts';
import { createRng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import { unrolledTraining } from '../training/unrolled-training.ts';
import { buildModel } from './build-model.ts';
import type { RunHost } from './host.ts';
import type { PreparedData } from './prepare-data.ts';
import { areEnough, typicalStep } from './step-times.ts';

/** What an attack through a surrogate takes by a few steps of its training, forward and backward. */
export interface AttackTrial {
  /** Of a whole training of the surrogate. */
  readonly trainingSeconds: number;
  /** Of one step back. */
  readonly backwardSeconds: number;
  readonly bytes: number;
}

const keptBytes = 48e6;
/** Steps of the surrogate’s training that are made and taken back, again and again. */
const sweptSteps = 4;

/** Trains the surrogate for a few steps beside fake users of this number and sweeps back, for about half a second; nothing without a surrogate. */
export async function tryAttack(
  surrogate: Component | undefined,
  fakeUserCount: number,
  prepared: PreparedData,
  host: RunHost,
): Promise<AttackTrial> {
  const model = surrogate && (await buildModel(surrogate));
  if (model?.kind !== 'trainable' || fakeUserCount === 0)
    return { trainingSeconds: 0, backwardSeconds: 0, bytes: 0 };
  const { userCount, itemCount } = prepared.train;
  const profiles: Tensor2D = tf.zeros([fakeUserCount, itemCount]);
  const data = trainingData(prepared.train, { fake: profiles });
  const genuine = Array.from({ length: userCount }, (_, user) => userIndex(user));
  const whole = unrolledTraining(model, data, createRng('trial'), (parameters, changed) =>
    tf.sum(tf.logSoftmax(model.scores(parameters, changed, genuine))),
  );
  const training = { ...whole, steps: Math.min(sweptSteps, whole.steps) };
  const passed: Record<HypergradientProgress['direction'], number[]> = { forward: [], backward: [] };
  let bytes = 0;
  try {
    while (!areEnough([...passed.forward, ...passed.backward])) {
      const sweep = hypergradient(training, { unrollSteps: training.steps });
      try {
        for (;;) {
          const began = host.now();
          const next = await sweep.next();
          await host.yieldNow();
          bytes = Math.max(bytes, host.tensorBytes());
          if (next.done) {
            const { loss, gradient, parameters } = next.value;
            tf.dispose([loss, ...Object.values(gradient), ...Object.values(parameters)]);
            break;
          }
          // In the first step back is the derivative of the outer loss, in the first one forward the copy of the start.
          if (next.value.done > 1 || training.steps === 1)
            passed[next.value.direction].push((host.now() - began) / 1000);
        }
      } finally {
        await sweep.return(undefined as never);
      }
    }
  } finally {
    tf.dispose([...Object.values(training.initial), profiles]);
    data.dispose();
  }
  return {
    trainingSeconds: typicalStep(passed.forward) * whole.steps,
    backwardSeconds: typicalStep(passed.backward),
    bytes: bytes + keptBytes,
  };
}
