import type { LabError } from '../core/errors.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { ToWorker } from '../protocol/messages.ts';
import { createEventQueue } from './event-queue.ts';
import type { Job } from './job.ts';

/** A job as the lab holds it: what the page sees, and the ends that messages are put into. */
export interface OpenJob {
  readonly job: Job;
  receive(events: readonly RunEvent[]): void;
  finish(result: ExperimentResult): void;
  fail(error: LabError): void;
}

/** `onCancel` is called once, when the page asks for the end. */
export function createJob(id: number, send: (message: ToWorker) => void, onCancel: () => void): OpenJob {
  const queue = createEventQueue();
  let isOver = false;
  let isCancelled = false;
  let resolve: (result: ExperimentResult) => void = () => undefined;
  let reject: (error: LabError) => void = () => undefined;
  const result = new Promise<ExperimentResult>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // A page that only iterates must not see an unhandled rejection.
  result.catch(() => undefined);

  const unlessOver = (action: () => void) => {
    if (!isOver) action();
  };
  const end = (settle: () => void) =>
    unlessOver(() => {
      isOver = true;
      settle();
      queue.close();
    });
  const cancel = () =>
    unlessOver(() => {
      if (isCancelled) return;
      isCancelled = true;
      onCancel();
    });
  const batches = () => queue.read(cancel);
  const job: Job = {
    id,
    result,
    batches,
    [Symbol.asyncIterator]: async function* () {
      for await (const events of batches()) yield* events;
    },
    pause: () => unlessOver(() => send({ type: 'pause', job: id })),
    resume: () => unlessOver(() => send({ type: 'resume', job: id })),
    step: (granularity) => unlessOver(() => send({ type: 'step', job: id, granularity })),
    cancel,
  };
  return {
    job,
    receive: (events) => unlessOver(() => queue.push(events)),
    finish: (value) => end(() => resolve(value)),
    fail: (error) => end(() => reject(error)),
  };
}
