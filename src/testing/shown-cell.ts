import type { ShownCell, ShownRun } from '../features/lab/shown-run.ts';
import { plainSpec } from './fake-runner.ts';

/** A cell of which nothing is known but what is given. */
export function shownCell(given: Partial<ShownCell> = {}): ShownCell {
  const data = { series: {}, phases: {} };
  const views = { views: {}, repeat: 0, titles: [], itemIds: [], targets: [], letGo: false };
  return { label: '', at: {}, data, finished: null, ...views, ...given };
}

/** A run of this tab with these cells. */
export function shownRun(cells: readonly ShownCell[], given: Partial<ShownRun> = {}): ShownRun {
  const said = { titles: [], targets: [], published: [], comparisons: [], notes: [] };
  return { source: 'live', spec: plainSpec, cells, ...said, ...given };
}
