import type { Component } from '../params/fields.ts';
import { artifactOf } from './artifact-of.ts';
import { copyStages, copySteps } from './copied-answers.ts';
import { epochsOf } from './defended-work.ts';
import { sumOf, victimWork, workOf } from './expected-work.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { planExperiment } from './plan-experiment.ts';
import { loadDataset, prepareData } from './prepare-data.ts';
import { repeatStreams } from './seeds.ts';
import { sharedWork } from './shared-work.ts';
import { isDetector } from './swept-shares.ts';
import { Trials, type TrialData } from './trials.ts';

/** What a cell will take on this machine: seconds of all repeats, and bytes of tensors at the peak. */
export interface CostEstimate {
  readonly seconds: number;
  readonly bytes: number;
}

/**
 * Estimates the cost of one cell from short trials on the real data: training steps of the victim and of a thief’s or a detector’s model, and
 * for an attack through a surrogate steps forward and backward, multiplied out. Loading counts as in the trial; evaluation and the asking of
 * queries do not count.
 */
export async function estimateCost(
  spec: ExperimentSpec,
  host: RunHost,
  trials = new Trials(host),
): Promise<CostEstimate> {
  const streams = repeatStreams(spec, 0);
  const began = host.now();
  if (spec.evaluation.dataOnly) {
    await loadDataset(spec, streams, host);
    return { seconds: (spec.repeats * (host.now() - began)) / 1000, bytes: 0 };
  }
  const prepared = await prepareData(spec, streams, host);
  const loading = (host.now() - began) / 1000;
  const { dataset, prepare, split } = spec;
  const data = { prepared, depends: [dataset, prepare, split, streams.data.key, streams.split.key] };
  const victim = await trials.training(spec.victim, data);
  const victims = (victim.seconds / epochsOf(spec)) * sumOf(victimWork(spec));
  const parts = [
    await detectionCost(spec, data, trials),
    await attackCost(spec, spec.attack, data, trials),
    await attackCost(spec, spec.attack && (spec.evaluation.opponent ?? null), data, trials),
  ];
  const others = parts.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    seconds: spec.repeats * (loading + victims + others),
    bytes: Math.max(victim.bytes, ...parts.map(({ bytes }) => bytes)),
  };
}

/** A whole experiment's estimate; `cells` counts the combinations of its axes. */
export interface ExperimentEstimate extends CostEstimate {
  readonly cells: number;
}

/** Steps that are made over steps that would be, did every cell and repeat work everything out anew. */
function sharedShare(specs: readonly ExperimentSpec[], stepsPerEpoch: number | undefined): number {
  const expected = (spec: ExperimentSpec) => workOf(spec, stepsPerEpoch);
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
  const trials = new Trials(host);
  const tried: CostEstimate[] = [];
  for (const { spec } of cells.slice(0, triedCells)) tried.push(await estimateCost(spec, host, trials));
  const seconds = tried.reduce((sum, cost) => sum + cost.seconds, 0);
  const share = sharedShare(cells.map(({ spec }) => spec), trials.stepsPerEpoch); // prettier-ignore
  return {
    seconds: ((seconds * cells.length) / tried.length) * share,
    bytes: Math.max(...tried.map((cost) => cost.bytes)),
    cells: cells.length,
  };
}

/** Trainings of the detectors’ own models, one for each data set that is defended; what else they do is small. */
async function detectionCost(spec: ExperimentSpec, data: TrialData, trials: Trials): Promise<CostEstimate> {
  const passes = defendedDataSets(spec);
  const cost = { seconds: 0, bytes: 0 };
  for (const { params } of spec.defenses.filter(isDetector)) {
    if (!params.model) continue;
    const { seconds, bytes } = await trials.training(params.model as Component, data);
    cost.seconds += passes * seconds;
    cost.bytes = Math.max(cost.bytes, bytes);
  }
  return cost;
}

/** How many data sets pass the detectors: the clean one, the attacked one, and those with the sequences of a defended victim's copy. */
function defendedDataSets({ attack, evaluation }: ExperimentSpec): number {
  if (!attack) return 1;
  if (artifactOf(attack) === 'poison') return 2;
  return evaluation.downstream ? 3 : 1;
}

/**
 * A learned attack, or the copies that a thief trains: a step of a copy takes as long as one of its model on data, without a validation, which
 * a copy does not have.
 */
async function attackCost(
  spec: ExperimentSpec,
  attack: Component | null,
  data: TrialData,
  trials: Trials,
): Promise<CostEstimate> {
  if (!attack) return { seconds: 0, bytes: 0 };
  const { surrogate, fakeUserCount, unrollSteps, outerSteps } = attack.params;
  const model = surrogate as Component | undefined;
  if (model && artifactOf(attack) === 'surrogate') {
    const copy = { ...model, params: { ...model.params, patience: 0 } };
    const { stepSeconds, bytes } = await trials.training(copy, data);
    const victims = spec.defenses.length > 0 ? copyStages.length : 1;
    return { seconds: victims * copySteps(spec) * stepSeconds, bytes };
  }
  const tried = await trials.attack(model, Number(fakeUserCount ?? 0), data);
  const each = tried.trainingSeconds + tried.backwardSeconds * Number(unrollSteps ?? 0);
  return { seconds: each * Number(outerSteps ?? 1), bytes: tried.bytes };
}
