import type { Progress } from '../contracts.ts';
import type { Component } from '../params/fields.ts';
import { plainFirst } from '../training/plain-first.ts';
import { artifactOf } from './artifact-of.ts';
import { defendedWork } from './defended-work.ts';
import type { Overall } from './events.ts';
import { leavingStages, type ExplainedPhase } from './evidence-phase.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { sharedWork, type Work } from './shared-work.ts';
import { sweptShares, sweptStage } from './swept-shares.ts';

/** Work of a backward step against a forward step, as measured for WRMF in closed form. */
const backwardWork = 2.5;

/**
 * Turns the progress of stages into one fraction of the whole, from the work that each stage is expected to be (in epochs),
 * and an estimate of the time left from what has passed. Stages that cells and repeats share count once.
 */
export class OverallProgress {
  readonly #host: RunHost;
  readonly #began: number;
  readonly #planned: readonly Work[];
  readonly #total: number;
  #finished = 0;
  #peakBytes = 0;
  #expected: Work = new Map();

  constructor(cells: readonly ExperimentSpec[], host: RunHost) {
    this.#host = host;
    this.#began = host.now();
    this.#planned = sharedWork(cells, workOf);
    this.#total = this.#planned.reduce((sum, work) => sum + sumOf(work), 0);
  }

  /** Call at the begin of every repeat. */
  begin(finishedRepeats: number): void {
    this.#expected = this.#planned[finishedRepeats] ?? new Map();
    this.#finished = this.#planned.slice(0, finishedRepeats).reduce((sum, work) => sum + sumOf(work), 0);
    this.#done.clear();
  }

  readonly #done = new Map<string, number>();

  report(progress: Progress): Overall {
    const { stage } = progress;
    const share = progress.total > 0 ? progress.done / progress.total : 1;
    if (this.#expected.has(stage))
      this.#done.set(stage, Math.max(this.#done.get(stage) ?? 0, Math.min(1, share)));
    let work = this.#finished;
    for (const [name, part] of this.#done) work += part * (this.#expected.get(name) ?? 0);
    const fraction = this.#total === 0 ? 0 : Math.min(1, work / this.#total);
    const elapsedSeconds = (this.#host.now() - this.#began) / 1000;
    const tensorBytes = this.#host.tensorBytes();
    this.#peakBytes = Math.max(this.#peakBytes, tensorBytes);
    const remainingSeconds =
      fraction > 0.02 && elapsedSeconds > 0.5 ? (elapsedSeconds * (1 - fraction)) / fraction : null;
    return { fraction, elapsedSeconds, remainingSeconds, tensorBytes, peakTensorBytes: this.#peakBytes };
  }
}

/** Expected work by stage name, in plain epochs of the victim. */
export function workOf(spec: ExperimentSpec): Map<string, number> {
  const { victim, attack, defenses, evaluation } = spec;
  if (evaluation.dataOnly) return new Map([['data', 1]]);
  const epochs = Number(victim.params.epochs ?? 1);
  const work = new Map([['clean victim', epochs]]);
  if (evaluation.control) work.set('control victim', epochs);
  if (defenses.length > 0) addDefended(work, 'defended victim, no attack', spec);
  if (!attack) return work;
  if (evaluation.downstream)
    work.set('victim with fake sequences', epochs).set('victim with random sequences', epochs);
  if (artifactOf(attack) === 'surrogate') return withExtraction(work, attack, defenses.length > 0);
  if (defenses.length > 0) addDefended(work, 'defended victim', spec);
  for (const share of sweptShares(spec)) work.set(sweptStage(share), epochs);
  work.set('attack', attackWork(attack));
  work.set('attacked victim', epochs);
  work.set('attacked victim, attacker’s seed', epochs);
  if (evaluation.baseline && attack.id !== 'random-filler') work.set('victim under random filler', epochs);
  for (const [phase, count] of Object.entries(leftOut(spec)))
    if (count > 0) work.set(leavingStages[phase as ExplainedPhase], count * epochs);
  if (evaluation.opponent)
    work.set('opponent', attackWork(evaluation.opponent)).set('victim under the opponent', epochs);
  return work;
}

/** The training of a defended victim, and the plain one that it goes on from where that has to be done. */
function addDefended(work: Map<string, number>, stage: string, spec: ExperimentSpec): void {
  const { plain, defended } = defendedWork(spec);
  if (plain > 0) work.set(plainFirst(stage), plain);
  work.set(stage, defended);
}

/** How many victims are trained without one fake user; behind a defense at most, since nobody knows before whom it will remove. */
export function leftOut({
  attack,
  defenses,
  evaluation,
}: ExperimentSpec): Readonly<Record<ExplainedPhase, number>> {
  const each = Math.min(evaluation.explain?.leaveOneOut ?? 0, Number(attack?.params.fakeUserCount ?? 0));
  return { attacked: each, defended: defenses.length > 0 ? each : 0 };
}

/** All outer steps of a learned attack: the training of its surrogate and the way back. */
function attackWork({ params }: Component): number {
  const surrogate = params.surrogate as { params?: { epochs?: number } } | undefined;
  const inner = Number(surrogate?.params?.epochs ?? 0);
  return Number(params.outerSteps ?? 1) * (inner + backwardWork * Number(params.unrollSteps ?? 0));
}

/** A copy's training for each victim that is asked; the victims themselves are those of the phases before. */
function withExtraction(
  work: Map<string, number>,
  { params }: Component,
  defended: boolean,
): Map<string, number> {
  const surrogate = params.surrogate as { params?: { epochs?: number } } | undefined;
  const epochs = Number(surrogate?.params?.epochs ?? 1);
  work.set('surrogate', epochs);
  return defended ? work.set('surrogate, defended victim', epochs) : work;
}

export function sumOf(work: ReadonlyMap<string, number>): number {
  return [...work.values()].reduce((sum, steps) => sum + steps, 0);
}
