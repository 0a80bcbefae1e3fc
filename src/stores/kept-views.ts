import type { View } from '../core/contracts.ts';
import type { RunEvent } from '../core/run/events.ts';
import { viewKey, type LiveCell, type LiveRun } from './live-run.ts';

/** Bytes that the views of all cells of a run take together at most; those of the cell in work may take more. */
const mostBytes = 200e6;

type Told<Kind extends RunEvent['kind']> = Extract<RunEvent, { kind: Kind }>;

/** A cell that begins a repeat: views of an earlier one leave, so that no two repeats are ever shown beside each other. */
export function withPrepared(
  cell: LiveCell,
  { repeat, summary }: Told<'prepared'>,
  before: LiveRun['prepared'],
): LiveCell {
  // Titles and ids are lists as long as the catalogue: cells of the same data share them.
  const titles = before && areEqual(before.titles, summary.titles) ? before.titles : summary.titles;
  const itemIds = before && areEqual(before.itemIds, summary.itemIds) ? before.itemIds : summary.itemIds;
  const prepared = { ...summary, titles, itemIds };
  return { ...ofRepeat(cell, repeat), prepared };
}

function areEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at]);
}

/** A cell with one view renewed. */
export function withView(cell: LiveCell, { repeat, content }: Told<'view'>): LiveCell {
  const current = ofRepeat(cell, repeat);
  return { ...current, views: { ...current.views, [viewKey(content)]: content }, letGo: false };
}

function ofRepeat(cell: LiveCell, repeat: number): LiveCell {
  return cell.repeat === repeat ? cell : { ...cell, repeat, views: {}, earlier: cell.views, letGo: false };
}

/** The cells with no more views than may be kept: those of the cell that was told longest ago go first, all at once. */
export function boundViews(
  cells: readonly LiveCell[],
  current: number,
  most: number = mostBytes,
): readonly LiveCell[] {
  const sizes = cells.map(({ views }) => Object.values(views).reduce((sum, view) => sum + bytesOf(view), 0));
  let left = sizes.reduce((sum, size) => sum + size, 0);
  if (left <= most) return cells;
  return cells.map((cell, at) => {
    const size = sizes[at] ?? 0;
    if (left <= most || size === 0 || at === current) return cell;
    left -= size;
    return { ...cell, views: {}, earlier: {}, letGo: true };
  });
}

/** Bytes of what is long in a view: typed arrays, and lists of words at 32 bytes each. */
function bytesOf(value: View | object): number {
  let bytes = 0;
  for (const part of Object.values(value) as unknown[]) {
    if (ArrayBuffer.isView(part)) bytes += part.byteLength;
    else if (Array.isArray(part)) bytes += 32 * part.length;
    else if (typeof part === 'object' && part !== null) bytes += bytesOf(part);
  }
  return bytes;
}
