import type { Component } from '../params/fields.ts';
import { plainFirst } from '../training/plain-first.ts';
import { artifactOf } from './artifact-of.ts';
import { copyStages, copySteps } from './copied-answers.ts';
import { defendedWork, epochsOf } from './defended-work.ts';
import { leavingStages, type ExplainedPhase } from './evidence-phase.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { sweptShares, sweptStage } from './swept-shares.ts';

/** Work of a backward step against a forward step, as measured for WRMF in closed form. */
const backwardWork = 2.5;

/** Expected work by stage name, in plain epochs of the victim; how many steps each of these has is known only with the data. */
export function workOf(spec: ExperimentSpec, stepsPerEpoch?: number): Map<string, number> {
  const { attack, evaluation } = spec;
  if (evaluation.dataOnly) return new Map([['data', 1]]);
  const work = victimWork(spec);
  if (!attack) return work;
  if (artifactOf(attack) === 'surrogate') return withExtraction(work, spec, stepsPerEpoch);
  work.set('attack', attackWork(attack));
  if (evaluation.opponent) work.set('opponent', attackWork(evaluation.opponent));
  return work;
}

/** The part of it that goes into victims: what is trained, and not what comes from the cache. */
export function victimWork(spec: ExperimentSpec): Map<string, number> {
  const { attack, defenses, evaluation } = spec;
  const epochs = epochsOf(spec);
  const work = new Map([['clean victim', epochs]]);
  if (evaluation.control) work.set('control victim', epochs);
  if (defenses.length > 0) addDefended(work, 'defended victim, no attack', spec);
  if (!attack) return work;
  if (evaluation.downstream) {
    for (const stage of ['victim with fake sequences', 'victim with random sequences']) {
      work.set(stage, epochs);
      if (defenses.length > 0) addDefended(work, `defended ${stage}`, spec, true);
    }
  }
  if (artifactOf(attack) === 'surrogate') return work;
  if (defenses.length > 0) addDefended(work, 'defended victim', spec);
  for (const share of sweptShares(spec)) work.set(sweptStage(share), epochs);
  work.set('attacked victim', epochs);
  work.set('attacked victim, attacker’s seed', epochs);
  if (evaluation.baseline && attack.id !== 'random-filler') work.set('victim under random filler', epochs);
  for (const [phase, count] of Object.entries(leftOut(spec)))
    if (count > 0) work.set(leavingStages[phase as ExplainedPhase], count * epochs);
  if (evaluation.opponent) work.set('victim under the opponent', epochs);
  return work;
}

/** The training of a defended victim, and the plain one that it goes on from where that has to be done. */
function addDefended(work: Map<string, number>, stage: string, spec: ExperimentSpec, isFirst = false): void {
  const { plain, defended } = defendedWork(spec, isFirst);
  if (plain > 0) work.set(plainFirst(stage), plain);
  work.set(stage, defended);
}

/** How many victims are trained without one fake user; behind a defense at most, since nobody knows before whom it will remove. */
function leftOut({ attack, defenses, evaluation }: ExperimentSpec): Readonly<Record<ExplainedPhase, number>> {
  const each = Math.min(evaluation.explain?.leaveOneOut ?? 0, Number(attack?.params.fakeUserCount ?? 0));
  return { attacked: each, defended: defenses.length > 0 ? each : 0 };
}

/** All outer steps of a learned attack: the training of its surrogate and the way back. */
function attackWork({ params }: Component): number {
  const surrogate = params.surrogate as { params?: { epochs?: number } } | undefined;
  const inner = Number(surrogate?.params?.epochs ?? 0);
  return Number(params.outerSteps ?? 1) * (inner + backwardWork * Number(params.unrollSteps ?? 0));
}

/**
 * The copies of each victim that is asked; the victims themselves are those of the phases before. A step of a copy counts as one of the
 * victim, as measured for a BERT4Rec that copies a BERT4Rec, 128 answers beside 64 histories a step.
 */
function withExtraction(
  work: Map<string, number>,
  spec: ExperimentSpec,
  stepsPerEpoch: number | undefined,
): Map<string, number> {
  const surrogate = spec.attack?.params.surrogate as { params?: { epochs?: number } } | undefined;
  const copies =
    stepsPerEpoch === undefined ? Number(surrogate?.params?.epochs ?? 1) : copySteps(spec) / stepsPerEpoch;
  for (const stage of copyStages.slice(0, spec.defenses.length > 0 ? 2 : 1)) work.set(stage, copies);
  return work;
}

export function sumOf(work: ReadonlyMap<string, number>): number {
  return [...work.values()].reduce((sum, steps) => sum + steps, 0);
}
