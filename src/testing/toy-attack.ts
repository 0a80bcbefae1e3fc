import type { Trainable } from '../core/contracts.ts';
import { promoteLoss } from '../core/attacks/unrolled-injection/adversarial-loss.ts';
import { denseRows, userIndex, type Interactions } from '../core/data/interactions.ts';
import { trainingData } from '../core/data/training-data.ts';
import { toy } from '../core/experiments/tang-2020/toy.ts';
import { hypergradient } from '../core/math/hypergradient.ts';
import { planExperiment } from '../core/run/plan-experiment.ts';
import { prepareData } from '../core/run/prepare-data.ts';
import { repeatStreams } from '../core/run/seeds.ts';
import { buildModel } from '../core/run/build-model.ts';
import { tf } from '../core/tensors.ts';
import { unrolledTraining } from '../core/training/unrolled-training.ts';
import { createTestHost, drained } from './test-host.ts';

export interface ToyAttack {
  /** The exact hypergradient of the first outer step, at the held-back users. // [F, I] */
  readonly gradient: Float32Array;
  /** The adversarial loss before any outer step and after each. // [outerSteps + 1] */
  readonly losses: readonly number[];
}

/** The first outer steps of the toy of Tang et al. 2020, on the current backend, with the lab's own parts but no runner. */
export async function toyAttack(outerSteps: number): Promise<ToyAttack> {
  const spec = (planExperiment(toy).cells[0] as ReturnType<typeof planExperiment>['cells'][number]).spec;
  const streams = repeatStreams(spec, 0);
  const { train, targets, dataset } = await prepareData(spec, streams, createTestHost());
  const model = (await buildModel(spec.victim)) as Trainable;
  const held = dataset.heldBackUsers as Interactions;
  const users = Array.from({ length: train.userCount }, (_, user) => userIndex(user));
  const profiles = denseRows(held); // [F, I]
  const momentum = new Float32Array(profiles.length);
  const data = trainingData(train);
  const losses: number[] = [];
  let first: Float32Array | undefined;
  for (let step = 0; step <= outerSteps; step++) {
    const fake = tf.tensor2d(profiles, [held.userCount, held.itemCount]);
    const poisoned = { ...data, variables: { fake } };
    const rng = streams.attack.stream('surrogate');
    const training = unrolledTraining(model, poisoned, rng, (parameters, changed) =>
      promoteLoss(model.scores(parameters, changed, users), targets),
    );
    const unrollSteps = step < outerSteps ? training.steps : 0; // of the last only the loss is read
    const { loss, gradient, parameters } = (await drained(hypergradient(training, { unrollSteps }))).returned;
    losses.push((await loss.data())[0] ?? Number.NaN);
    const slope = Float32Array.from((await gradient.fake?.data()) ?? []);
    first ??= slope;
    descend(profiles, momentum, slope);
    tf.dispose([fake, loss, ...Object.values(gradient), ...Object.values(parameters)]);
    tf.dispose(Object.values(training.initial));
  }
  data.dispose();
  return { gradient: first as Float32Array, losses };
}

/** A momentum step of the authors' toy (rate 1, momentum 0.99) and the projection at 0.2, in place. */
function descend(profiles: Float32Array, momentum: Float32Array, slope: Float32Array): void {
  for (let at = 0; at < profiles.length; at++) {
    momentum[at] = 0.99 * (momentum[at] as number) + (slope[at] as number);
    profiles[at] = Number((profiles[at] as number) - (momentum[at] as number) >= 0.2);
  }
}

/** Relative L2 distance and cosine of two vectors. */
export function agreement(a: ArrayLike<number>, b: ArrayLike<number>) {
  let [aa, bb, ab, distance] = [0, 0, 0, 0];
  for (let at = 0; at < b.length; at++) {
    const [x, y] = [a[at] as number, b[at] as number];
    aa += x * x;
    bb += y * y;
    ab += x * y;
    distance += (x - y) ** 2;
  }
  return { relative: Math.sqrt(distance / bb), cosine: ab / Math.sqrt(aa * bb) };
}
