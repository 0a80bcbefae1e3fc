import type { RunEvent } from '../core/run/events.ts';

/** Least time between two batches, milliseconds: at most 20 a second. */
const interval = 50;

/** Collects events and sends them in batches, leaving out what a later event of the batch replaces. */
export interface Outbox {
  add(event: RunEvent): void;
  /** Sends if a batch is due. */
  flushIfDue(): void;
  /** Sends what there is. */
  flush(): void;
}

/**
 * Points, phases, cells, notes and summaries are all kept, in order. Of progress only the latest of each stage and level is
 * kept, of views the latest of each name in its cell; both keep the place of their last report.
 */
export function createOutbox(
  send: (events: readonly RunEvent[]) => void,
  now: () => number,
  onProgress: () => void = () => undefined,
): Outbox {
  let batch: (RunEvent | undefined)[] = [];
  const latest = new Map<string, number>();
  let sentAt = Number.NEGATIVE_INFINITY;

  const flush = () => {
    const events = batch.filter((event) => event !== undefined);
    batch = [];
    latest.clear();
    if (events.length === 0) return;
    sentAt = now();
    send(events);
  };
  return {
    add: (event) => {
      if (event.kind === 'progress') onProgress();
      const key = replacementKey(event);
      if (key !== undefined) {
        const earlier = latest.get(key);
        if (earlier !== undefined) batch[earlier] = undefined;
        latest.set(key, batch.length);
      }
      batch.push(event);
    },
    flushIfDue: () => {
      if (now() - sentAt >= interval) flush();
    },
    flush,
  };
}

/** Events with the same key replace each other. */
function replacementKey(event: RunEvent): string | undefined {
  if (event.kind === 'progress') return `progress ${event.progress.stage} ${event.progress.level}`;
  if (event.kind !== 'view') return undefined;
  const { content } = event;
  return `view ${event.cell} ${content.view} ${content.view === 'lists' ? content.phase : content.name}`;
}
