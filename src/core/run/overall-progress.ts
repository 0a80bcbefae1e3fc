import type { Progress } from '../contracts.ts';
import { copyStages, copySteps } from './copied-answers.ts';
import type { Overall } from './events.ts';
import { sumOf, workOf } from './expected-work.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { sharedWork, type Work } from './shared-work.ts';

/**
 * Turns the progress of stages into one fraction of the whole, from the work that each stage is expected to be (in epochs of the victim),
 * and an estimate of the time left from what has passed. Stages that cells and repeats share count once. The first report of a victim
 * tells how many steps an epoch has, and with it what the copies of a thief are in epochs.
 */
export class OverallProgress {
  readonly #host: RunHost;
  readonly #began: number;
  readonly #cells: readonly ExperimentSpec[];
  /** The spec of every repeat, in the order of running. */
  readonly #specs: readonly ExperimentSpec[];
  readonly #done = new Map<string, number>();
  readonly #copies = new Map<string, { readonly before: number; readonly done: number }>();
  #planned: readonly Work[] = [];
  #total = 0;
  #repeat = 0;
  #finished = 0;
  #stepsPerEpoch: number | undefined;
  #peakBytes = 0;

  constructor(cells: readonly ExperimentSpec[], host: RunHost) {
    this.#host = host;
    this.#began = host.now();
    this.#cells = cells;
    this.#specs = cells.flatMap((spec) => new Array<ExperimentSpec>(spec.repeats).fill(spec));
    this.#plan();
  }

  /** Call at the begin of every repeat. */
  begin(finishedRepeats: number): void {
    this.#repeat = finishedRepeats;
    this.#finished = workIn(this.#planned.slice(0, finishedRepeats));
    this.#done.clear();
    this.#copies.clear();
  }

  report(progress: Progress): Overall {
    this.#learn(progress);
    const expected: Work = this.#planned[this.#repeat] ?? new Map();
    const { stage } = progress;
    if (expected.has(stage))
      this.#done.set(stage, Math.max(this.#done.get(stage) ?? 0, Math.min(1, this.#share(progress))));
    let work = this.#finished;
    for (const [name, part] of this.#done) work += part * (expected.get(name) ?? 0);
    const fraction = this.#total === 0 ? 0 : Math.min(1, work / this.#total);
    const elapsedSeconds = (this.#host.now() - this.#began) / 1000;
    const tensorBytes = this.#host.tensorBytes();
    this.#peakBytes = Math.max(this.#peakBytes, tensorBytes);
    const remainingSeconds =
      fraction > 0.02 && elapsedSeconds > 0.5 ? (elapsedSeconds * (1 - fraction)) / fraction : null;
    return { fraction, elapsedSeconds, remainingSeconds, tensorBytes, peakTensorBytes: this.#peakBytes };
  }

  #learn({ level, stage, total }: Progress): void {
    if (this.#stepsPerEpoch !== undefined || stage !== 'clean victim' || level !== 'inner') return;
    this.#stepsPerEpoch = total / Number(this.#specs[this.#repeat]?.victim.params.epochs ?? 1);
    this.#plan();
  }

  #plan(): void {
    this.#planned = sharedWork(this.#cells, (spec) => workOf(spec, this.#stepsPerEpoch));
    this.#total = workIn(this.#planned);
    this.#finished = workIn(this.#planned.slice(0, this.#repeat));
  }

  /** The part of a stage that is done. A thief's copies are trained one after the other under the same name. */
  #share({ level, stage, done, total }: Progress): number {
    const spec = this.#specs[this.#repeat];
    const steps = spec && level === 'inner' && copyStages.includes(stage) ? copySteps(spec) : 0;
    if (steps === 0) return total > 0 ? done / total : 1;
    const last = this.#copies.get(stage) ?? { before: 0, done: 0 };
    const before = done <= last.done ? last.before + last.done : last.before;
    this.#copies.set(stage, { before, done });
    return (before + done) / steps;
  }
}

function workIn(planned: readonly Work[]): number {
  return planned.reduce((sum, work) => sum + sumOf(work), 0);
}
