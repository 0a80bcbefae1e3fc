import type { AttackProgress, Trainable } from '../core/contracts.ts';
import { promoteLoss } from '../core/attacks/unrolled-injection/adversarial-loss.ts';
import { denseRows, userIndex, type Interactions } from '../core/data/interactions.ts';
import { trainingData } from '../core/data/training-data.ts';
import { toy } from '../core/experiments/tang-2020/toy.ts';
import { hypergradient } from '../core/math/hypergradient.ts';
import { planExperiment } from '../core/run/plan-experiment.ts';
import { prepareData } from '../core/run/prepare-data.ts';
import { runAttack } from '../core/run/run-attack.ts';
import { repeatStreams } from '../core/run/seeds.ts';
import { buildModel } from '../core/run/train-victim.ts';
import { tf } from '../core/tensors.ts';
import { unrolledTraining } from '../core/training/unrolled-training.ts';
import { createTestHost, drained } from './test-host.ts';

type Plan = ReturnType<typeof planExperiment>['cells'][number]['spec'];

async function prepared(outerSteps: number) {
  const changed = { ...toy, attack: { ...toy.attack, params: { ...toy.attack.params, outerSteps } } };
  const spec = planExperiment(changed).cells[0]?.spec as Plan;
  const host = createTestHost();
  const streams = repeatStreams(spec, 0);
  return { spec, host, streams, data: await prepareData(spec, streams, host) };
}

/** The exact hypergradient of the first outer step of Tang's toy, from the held-back users. // [F, I] */
export async function toyHypergradient(): Promise<Float32Array> {
  const { data, streams } = await prepared(1);
  const model = (await buildModel({
    id: 'wrmf',
    params: planExperiment(toy).cells[0]?.spec.victim.params ?? {},
  })) as Trainable;
  const held = data.dataset.heldBackUsers as Interactions;
  const fake = tf.tensor2d(denseRows(held), [held.userCount, held.itemCount]);
  const poisoned = trainingData(data.train, { fake });
  const users = Array.from({ length: data.train.userCount }, (_, user) => userIndex(user));
  const training = unrolledTraining(
    model,
    poisoned,
    streams.attack.stream('surrogate'),
    (parameters, changed) => promoteLoss(model.scores(parameters, changed, users), data.targets),
  );
  const { returned } = await drained(hypergradient(training, { unrollSteps: training.steps }));
  const gradient = Float32Array.from(await (returned.gradient.fake as typeof fake).data());
  tf.dispose([
    fake,
    returned.loss,
    ...Object.values(returned.gradient),
    ...Object.values(returned.parameters),
    ...Object.values(training.initial),
  ]);
  poisoned.dispose();
  return gradient;
}

/** The adversarial loss that each of the first outer steps of the toy reports. // [outerSteps] */
export async function toyLosses(outerSteps: number): Promise<number[]> {
  const { spec, host, streams, data } = await prepared(outerSteps);
  const { train, targets, dataset } = data;
  const attack = spec.attack as NonNullable<Plan['attack']>;
  const input = { train, targets, ...(dataset.heldBackUsers && { heldBackUsers: dataset.heldBackUsers }) };
  const { yielded } = await drained(runAttack(attack, input, streams.attack, 'toy', [], host));
  const reports = yielded.flatMap((event): AttackProgress[] =>
    event.kind === 'progress' && event.progress.level === 'outer' ? [event.progress] : [],
  );
  return reports.map(({ values }) => values?.['loss.adversarial'] ?? Number.NaN);
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
