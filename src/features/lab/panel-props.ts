import type { ShownCell, ShownRun } from './shown-run.ts';

/** What every panel of the results is given; each decides itself whether it has anything to say of this experiment. */
export interface PanelProps {
  readonly run: ShownRun | undefined;
  /** The cell of the grid that is looked at. */
  readonly cell: ShownCell | undefined;
}

export const noTitles: readonly string[] = [];
export const noTargets: readonly number[] = [];
