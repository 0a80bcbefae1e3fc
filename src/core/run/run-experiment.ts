import { canonicalJson, fingerprint } from '../math/fingerprint.ts';
import { comparePhases } from './compare-phases.ts';
import type { RunEvent } from './events.ts';
import type { RunHost } from './host.ts';
import { meansOverAxes } from './means-over-axes.ts';
import { OverallProgress } from './overall-progress.ts';
import { overUsers } from './over-users.ts';
import { planExperiment, type ExperimentPlan } from './plan-experiment.ts';
import { CellRecorder } from './recorder.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { Cell, Comparison, ExperimentResult } from './result.ts';
import { runRepeat } from './run-repeat.ts';

/** Which cells to run: the i-th of every n, counted from 1. All of them when left out. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * Runs an experiment, cell by cell and repeat by repeat, and returns its result. Every stage is looked up in the host's cache first, so
 * that cells share what they have in common and an interrupted run goes on. Leaving the generator cancels and frees everything.
 */
export async function* runExperiment(
  given: unknown,
  host: RunHost,
  shard: Shard = { index: 1, of: 1 },
): AsyncGenerator<RunEvent, ExperimentResult> {
  const plan = planExperiment(given);
  const chosen = plan.cells.filter((_, at) => at % shard.of === shard.index - 1);
  const specs = chosen.map(({ spec }) => spec);
  const overall = new OverallProgress(specs, host);
  const cells: Cell[] = [];
  const comparisons: Comparison[] = [];
  let finished = 0;
  for (const [at, { at: labels, spec }] of chosen.entries()) {
    const recorder = new CellRecorder(labels);
    for (let repeat = 0; repeat < spec.repeats; repeat++) {
      overall.begin(finished);
      for await (const event of runRepeat(spec, repeat, host, recorder)) {
        recorder.bytes(host.tensorBytes());
        yield located(event, at, repeat, recorder, overall);
      }
      finished++;
    }
    const byUser = await overUsers(labels, recorder.byUser, () => host.yieldNow());
    const cell = recorder.cell(byUser.intervals);
    cells.push(cell);
    comparisons.push(...comparePhases(cell), ...byUser.comparisons);
    yield { cell: at, repeat: spec.repeats - 1, kind: 'cell', content: cell };
  }
  return resultOf(plan, cells, comparisons, host);
}

function located(
  event: RepeatEvent,
  cell: number,
  repeat: number,
  recorder: CellRecorder,
  overall: OverallProgress,
): RunEvent {
  if (event.kind === 'progress') return { cell, repeat, ...event, overall: overall.report(event.progress) };
  if (event.kind === 'point') recorder.point(event.series, event.label, repeat, event.x, event.value);
  if (event.kind === 'note') recorder.note(event.text);
  return { cell, repeat, ...event };
}

function resultOf(
  { spec }: ExperimentPlan,
  cells: readonly Cell[],
  comparisons: readonly Comparison[],
  { environment }: RunHost,
): ExperimentResult {
  return {
    version: 1,
    spec,
    environment,
    cells,
    ...means(cells),
    published: [],
    comparisons,
    notes: [],
    fingerprint: fingerprintOf(spec, cells),
  };
}

/** What a result says of its cells together, if there is more than one axis. */
export function means(cells: readonly Cell[]): Pick<ExperimentResult, 'means'> {
  const found = meansOverAxes(cells);
  return found.length > 0 ? { means: found } : {};
}

/** Hash of the spec and of every metric value, without timings and memory. */
export function fingerprintOf(spec: ExperimentResult['spec'], cells: readonly Cell[]): string {
  const measured = cells.map(({ at, phases, series }) => {
    const curves = Object.entries(series).filter(([name]) => !name.startsWith('cost.'));
    return { at, phases, series: Object.fromEntries(curves) };
  });
  return fingerprint(canonicalJson([spec, measured]));
}
