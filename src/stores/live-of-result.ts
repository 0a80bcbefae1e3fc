import type { ExperimentResult } from '../core/run/result.ts';
import type { LiveCell, LiveMetrics, LiveRun } from './live-run.ts';
import { emptyRun, untoldCell } from './reduce-run-events.ts';

/** A finished result (precomputed, or from a file) as the run it came from would have left it. Views are not part of a result. */
export function liveOfResult(result: ExperimentResult): LiveRun {
  return { ...emptyRun, cells: result.cells.map(liveCell), notes: result.notes };
}

function liveCell(cell: ExperimentResult['cells'][number], index: number): LiveCell {
  const series = Object.entries(cell.series).map(([name, { x, values }]) => [name, { name, x, values }]);
  const phases = Object.entries(cell.phases).map(([phase, metrics]): [string, LiveMetrics] => [
    phase,
    Object.fromEntries(Object.entries(metrics).map(([name, { values }]) => [name, values])),
  ]);
  return {
    ...untoldCell(index),
    series: Object.fromEntries(series) as LiveCell['series'],
    phases: Object.fromEntries(phases) as LiveCell['phases'],
    finished: cell,
  };
}
