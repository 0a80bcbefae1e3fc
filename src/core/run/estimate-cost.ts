import { userIndex } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { hypergradient } from '../math/hypergradient.ts';
import { createRng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import { trainModel } from '../training/train-model.ts';
import { unrolledTraining } from '../training/unrolled-training.ts';
import { leftOut, sumOf, workOf } from './expected-work.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { artifactOf } from './artifact-of.ts';
import { copiedAfter } from './copied-answers.ts';
import { defendedTrainings, trainedBy } from './defended-work.ts';
import { planExperiment } from './plan-experiment.ts';
import { loadDataset, prepareData, type PreparedData } from './prepare-data.ts';
import { repeatStreams } from './seeds.ts';
import { sharedWork } from './shared-work.ts';
import { buildModel } from './build-model.ts';
import { isDetector, sweptShares } from './swept-shares.ts';

/** What a cell will take on this machine: seconds of all repeats, and bytes of tensors at the peak. */
export interface CostEstimate {
  readonly seconds: number;
  readonly bytes: number;
}

/** Steps that are timed; the first one warms up and does not count. */
const trialSteps = 4;
const keptBytes = 48e6;

/**
 * Estimates the cost of one cell from a short trial on the real data: a few training steps of the victim and, for an attack through a
 * surrogate, a few steps forward and backward, multiplied out. Evaluation and loading are counted from the trial's own.
 */
export async function estimateCost(spec: ExperimentSpec, host: RunHost): Promise<CostEstimate> {
  const streams = repeatStreams(spec, 0);
  const began = host.now();
  if (spec.evaluation.dataOnly) {
    await loadDataset(spec, streams, host);
    return { seconds: (spec.repeats * (host.now() - began)) / 1000, bytes: 0 };
  }
  const prepared = await prepareData(spec, streams, host);
  const loading = (host.now() - began) / 1000;
  const victim = await trainingCost(spec.victim, prepared, host);
  if (spec.attack && artifactOf(spec.attack) === 'surrogate') {
    const theft = await extractionCost(spec, spec.attack, prepared, host);
    const defended = trainedBy(spec) ? defendedTrainings(spec) : 0;
    const { control, downstream } = spec.evaluation;
    const used = downstream ? 2 + (spec.defenses.length > 0 ? 2 * defendedTrainings(spec, true) : 0) : 0;
    const victims = 1 + (control ? 1 : 0) + used + defended;
    const each = loading + victims * victim.seconds + theft.seconds;
    return { seconds: spec.repeats * each, bytes: Math.max(victim.bytes, theft.bytes) };
  }
  const { baseline, control } = spec.evaluation;
  const defended = spec.defenses.length === 0 ? 0 : spec.attack ? 2 : 1;
  const phases = (spec.attack ? (baseline ? 4 : 3) : 1) + (control ? 1 : 0);
  const attack = await attackCost(spec.attack, prepared, host);
  const detectors = defended * (await detectionCost(spec.defenses, prepared, host));
  const opponent = (spec.attack && spec.evaluation.opponent) ?? null;
  const rival = await attackCost(opponent, prepared, host);
  const left = leftOut(spec);
  const more = (opponent ? 1 : 0) + left.attacked + left.defended + sweptShares(spec).length;
  const victims = (phases + more + defended * defendedTrainings(spec)) * victim.seconds;
  const seconds = spec.repeats * (loading + victims + detectors + attack.seconds + rival.seconds);
  return { seconds, bytes: Math.max(victim.bytes, attack.bytes, rival.bytes) };
}

/** A whole experiment's estimate; `cells` counts the combinations of its axes. */
export interface ExperimentEstimate extends CostEstimate {
  readonly cells: number;
}

/** Steps that are made over steps that would be, did every cell and repeat work everything out anew. */
function sharedShare(specs: readonly ExperimentSpec[]): number {
  const expected = (spec: ExperimentSpec) => workOf(spec);
  const [made, all] = [sharedWork(specs, expected), specs.map(expected)];
  const anew = all.reduce((sum, work, at) => sum + sumOf(work) * (specs[at]?.repeats ?? 1), 0);
  return anew > 0 ? made.reduce((sum, work) => sum + sumOf(work), 0) / anew : 1;
}

/** Cells beyond this many are taken to cost as much as the mean of those that were tried. */
const triedCells = 12;

/**
 * Estimates an experiment by trying its cells one after the other. What cells and repeats share is taken off by its part in the expected
 * training steps.
 */
export async function estimateExperiment(given: unknown, host: RunHost): Promise<ExperimentEstimate> {
  const { cells } = planExperiment(given);
  const tried: CostEstimate[] = [];
  for (const { spec } of cells.slice(0, triedCells)) tried.push(await estimateCost(spec, host));
  const seconds = tried.reduce((sum, cost) => sum + cost.seconds, 0);
  return {
    seconds: ((seconds * cells.length) / tried.length) * sharedShare(cells.map(({ spec }) => spec)),
    bytes: Math.max(...tried.map((cost) => cost.bytes)),
    cells: cells.length,
  };
}

async function trainingCost(
  component: Component,
  prepared: PreparedData,
  host: RunHost,
): Promise<CostEstimate> {
  const model = await buildModel(component);
  const data = trainingData(prepared.train);
  const training = trainModel(model, data, createRng('trial'), host, 'trial');
  let bytes = 0;
  let steps = 0;
  let from = host.now();
  try {
    for (let step = 0; step < trialSteps; step++) {
      const next = await training.next();
      bytes = Math.max(bytes, host.tensorBytes());
      if (next.done) {
        tf.dispose(Object.values(next.value));
        break;
      }
      if (step === 0) from = host.now();
      else steps++;
    }
    const each = steps > 0 ? (host.now() - from) / 1000 / steps : 0;
    const total = model.kind === 'trainable' ? model.epochs * model.batchesPerEpoch(data) : 1;
    return { seconds: each * total, bytes: bytes * 2 };
  } finally {
    await training.return(undefined as never);
    data.dispose();
  }
}

/** The copies that a thief trains. A step of a copy counts as much as one of its own model's. */
async function extractionCost(
  spec: ExperimentSpec,
  { params }: Component,
  prepared: PreparedData,
  host: RunHost,
): Promise<CostEstimate> {
  const copy = await trainingCost(params.surrogate as Component, prepared, host);
  const asked = copiedAfter(spec).reduce((sum, count) => sum + count, 0);
  const perQuery = copy.seconds / prepared.train.userCount;
  const victims = spec.defenses.length > 0 ? 2 : 1;
  return { seconds: victims * perQuery * asked, bytes: copy.bytes };
}

/** Seconds in which the detectors' own models are trained; what else they do is small. */
async function detectionCost(
  defenses: readonly Component[],
  prepared: PreparedData,
  host: RunHost,
): Promise<number> {
  let seconds = 0;
  for (const defense of defenses.filter(isDetector)) {
    const model = defense.params.model as Component | undefined;
    if (model) seconds += (await trainingCost(model, prepared, host)).seconds;
  }
  return seconds;
}

async function attackCost(
  attack: Component | null,
  prepared: PreparedData,
  host: RunHost,
): Promise<CostEstimate> {
  const component = attack?.params.surrogate as Component | undefined;
  const model = component && (await buildModel(component));
  if (!attack || model?.kind !== 'trainable') return { seconds: 0, bytes: 0 };
  const fakes = Number(attack.params.fakeUserCount ?? 0);
  if (fakes === 0) return { seconds: 0, bytes: 0 };
  const { userCount, itemCount } = prepared.train;
  const profiles: Tensor2D = tf.zeros([fakes, itemCount]);
  const data = trainingData(prepared.train, { fake: profiles });
  const genuine = Array.from({ length: userCount }, (_, user) => userIndex(user));
  const perEpoch = model.batchesPerEpoch(data);
  const short = { ...model, epochs: Math.max(1, Math.ceil(trialSteps / perEpoch)) };
  const training = unrolledTraining(short, data, createRng('trial'), (parameters, changed) =>
    tf.sum(tf.logSoftmax(model.scores(parameters, changed, genuine))),
  );
  const sweep = hypergradient(training, { unrollSteps: training.steps });
  const passed = { forward: 0, backward: 0 };
  let bytes = 0;
  try {
    for (;;) {
      const began = host.now();
      const next = await sweep.next();
      await host.yieldNow();
      bytes = Math.max(bytes, host.tensorBytes());
      if (next.done) {
        tf.dispose([
          next.value.loss,
          ...Object.values(next.value.gradient),
          ...Object.values(next.value.parameters),
        ]);
        break;
      }
      // The first step of each direction warms up.
      if (next.value.done > 1) passed[next.value.direction] += (host.now() - began) / 1000;
    }
  } finally {
    await sweep.return(undefined as never);
    tf.dispose([...Object.values(training.initial), profiles]);
    data.dispose();
  }
  const timed = Math.max(1, training.steps - 1);
  const forward = (passed.forward / timed) * model.epochs * perEpoch;
  const backward = (passed.backward / timed) * Number(attack.params.unrollSteps ?? 0);
  return { seconds: (forward + backward) * Number(attack.params.outerSteps ?? 1), bytes: bytes + keptBytes };
}
