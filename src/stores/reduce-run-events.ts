import type { RunEvent } from '../core/run/events.ts';
import type { LiveCell, LiveMetrics, LiveRun, LiveSeries } from './live-run.ts';
import { addPoints, type Point } from './add-points.ts';
import { boundViews, withPrepared, withView } from './kept-views.ts';

/** A run of which nothing is known. */
export const emptyRun: LiveRun = {
  overall: null,
  progress: null,
  stages: {},
  cell: 0,
  repeat: 0,
  prepared: null,
  cells: [],
  notes: [],
};

/** A cell of which nothing is known. */
export function untoldCell(index: number): LiveCell {
  return {
    index,
    series: {},
    phases: {},
    finished: null,
    repeat: 0,
    prepared: null,
    views: {},
    earlier: {},
    letGo: false,
  };
}

/**
 * A run after a batch of events. Each curve is copied once a batch at most, and what the batch does not touch stays the same
 * object. Telling the same again changes nothing: a run that starts over after a lost device tells its first part twice.
 */
export function reduceRunEvents(run: LiveRun, events: readonly RunEvent[]): LiveRun {
  if (events.length === 0) return run;
  const next = { ...run };
  const points = new Map<number, Map<string, Point[]>>();
  for (const event of events) {
    next.cell = event.cell;
    next.repeat = event.repeat;
    switch (event.kind) {
      case 'progress':
        next.overall = event.overall;
        next.progress = event.progress;
        next.stages = { ...next.stages, [event.progress.stage]: event.progress };
        break;
      case 'prepared':
        next.cells = withCell(next.cells, event.cell, (cell) => withPrepared(cell, event, next.prepared));
        next.prepared = next.cells[event.cell]?.prepared ?? event.summary;
        break;
      case 'point': {
        const series = points.get(event.cell) ?? new Map<string, Point[]>();
        points.set(event.cell, series);
        const list = series.get(event.series) ?? [];
        series.set(event.series, list);
        list.push({ repeat: event.repeat, x: event.x, value: event.value });
        break;
      }
      case 'phase':
        next.cells = withCell(next.cells, event.cell, (cell) => ({
          ...cell,
          phases: {
            ...cell.phases,
            [event.phase]: withMetrics(cell.phases[event.phase], event.repeat, event.metrics),
          },
        }));
        break;
      case 'view':
        next.cells = withCell(next.cells, event.cell, (cell) => withView(cell, event));
        break;
      case 'cell':
        next.cells = withCell(next.cells, event.cell, (cell) => ({
          ...cell,
          finished: event.content,
          earlier: {},
        }));
        break;
      case 'note':
        if (!next.notes.includes(event.text)) next.notes = [...next.notes, event.text];
    }
  }
  if (events.some(({ kind }) => kind === 'view')) next.cells = boundViews(next.cells, next.cell);
  for (const [index, series] of points) {
    next.cells = withCell(next.cells, index, (cell) => ({
      ...cell,
      series: withPoints(cell.series, series),
    }));
  }
  return next;
}

function withPoints(
  known: LiveCell['series'],
  points: ReadonlyMap<string, readonly Point[]>,
): LiveCell['series'] {
  const series: Record<string, LiveSeries> = { ...known };
  for (const [name, added] of points) {
    series[name] = addPoints(series[name] ?? { name, x: [], values: [] }, added);
  }
  return series;
}

function withMetrics(
  known: LiveMetrics | undefined,
  repeat: number,
  metrics: Readonly<Record<string, number | null>>,
): LiveMetrics {
  const all: Record<string, readonly (number | null)[]> = { ...known };
  for (const [name, value] of Object.entries(metrics)) {
    const values = [...(all[name] ?? [])];
    while (values.length < repeat) values.push(null);
    values[repeat] = value;
    all[name] = values;
  }
  return all;
}

/** The list with one cell changed; cells before it that told nothing yet are made. */
function withCell(
  cells: readonly LiveCell[],
  index: number,
  change: (cell: LiveCell) => LiveCell,
): readonly LiveCell[] {
  const list = [...cells];
  while (list.length <= index) list.push(untoldCell(list.length));
  list[index] = change(list[index] as LiveCell);
  return list;
}
