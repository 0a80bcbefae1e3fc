import type { ShownCell, ShownRun } from './shown-run.ts';

/** Which cell and which repeat the views are of, where a run has several: a sentence to stand behind a caption. */
export function whoseViews(run: ShownRun | undefined, cell: ShownCell | undefined): string {
  if (!run || !cell) return '';
  const { repeats } = run.spec;
  const parts = [
    ...(run.cells.length > 1 || run.spec.axes.length > 0 ? [cell.label] : []),
    ...(repeats > 1 ? [`repeat ${cell.repeat + 1} of ${repeats}`] : []),
  ];
  return parts.length > 0 ? ` Shown: ${parts.join(', ')}.` : '';
}

/** Why there is nothing of this kind to show of the chosen cell, and what would change that; `soon` where it is still to come. */
export function whyNone(
  run: ShownRun | undefined,
  cell: ShownCell | undefined,
  { what, soon }: { readonly what: string; readonly soon: string },
): string {
  if (!run || !cell) return soon;
  const one = run.cells.length > 1 ? ' of this cell' : '';
  if (run.source === 'precomputed')
    return `This precomputed result holds no ${what}${one}. Press Run to see them.`;
  if (cell.letGo)
    return `The ${what} of this cell were let go: a run of so many cells keeps those of the latest alone. Run this cell by itself to see them.`;
  return cell.finished ? `No ${what}${one} are kept: they are made while they are on screen.` : soon;
}
