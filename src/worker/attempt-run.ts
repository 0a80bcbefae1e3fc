import { cancelled, LabError, notFinite } from '../core/errors.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { RunHost } from '../core/run/host.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { JobControl } from './job-control.ts';
import type { Running } from './machine.ts';
import type { Outbox } from './outbox.ts';

export type Runner = (spec: ExperimentSpec, host: RunHost) => AsyncGenerator<RunEvent, ExperimentResult>;

/** Silent faults of a device are looked for this often, milliseconds. */
const checkInterval = 1000;
/** How long an abandoned run may take to put its tensors away. */
const abandonMilliseconds = 1000;
/** How long a failure waits for the news that the device is gone. */
const announcementMilliseconds = 300;

/** What one attempt of a job needs. */
export interface Attempt {
  readonly running: Running;
  readonly control: JobControl;
  readonly outbox: Outbox;
  readonly now: () => number;
  /** The host of this attempt; `isAbandoned` makes its signal abort too. */
  readonly host: (isAbandoned: () => boolean) => RunHost;
}

/**
 * Drives an experiment on one backend from its start (finished stages come from the cache) to its result.
 *
 * @throws LabError 'device-lost' when the device went away, 'cancelled' after a cancel, else what the experiment threw
 */
export async function attemptRun(
  runner: Runner,
  spec: ExperimentSpec,
  { running: { backend }, control, outbox, now, host }: Attempt,
): Promise<ExperimentResult> {
  let isAbandoned = false;
  let lost: Error | undefined;
  let onLost: ((error: Error) => void) | undefined;
  void backend.deviceLost.then((error) => {
    lost = error;
    onLost?.(error);
  });
  /** A dead device may leave work waiting for ever. */
  const unlessLost = <T>(work: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      onLost = reject;
      if (lost) reject(lost);
      work.then(resolve, reject);
    });

  const hosted = host(() => isAbandoned);
  const run = runner(spec, hosted);
  let checkedAt = now();
  try {
    for (;;) {
      const next = await unlessLost(run.next());
      if (next.done) {
        await unlessLost(backend.check());
        outbox.flush();
        return next.value;
      }
      refuseNonFinite(next.value);
      outbox.add(next.value);
      outbox.flushIfDue();
      control.passed(next.value);
      await hosted.yieldNow();
      if (now() - checkedAt >= checkInterval) {
        await unlessLost(backend.check());
        checkedAt = now();
      }
    }
  } catch (error) {
    isAbandoned = true;
    await Promise.race([run.return(undefined as never).catch(() => undefined), delay(abandonMilliseconds)]);
    if (control.signal.aborted) throw cancelled();
    // Work on a dying device may fail in its own words before the loss is announced.
    if (lost === undefined && !(error instanceof LabError)) {
      await Promise.race([backend.deviceLost, delay(announcementMilliseconds)]);
    }
    throw lost ?? error;
  } finally {
    onLost = undefined;
  }
}

/** A loss that is not a number ends the job: it must never be drawn as a gap or a flat line. */
function refuseNonFinite(event: RunEvent): void {
  if (event.kind !== 'progress') return;
  const { stage, unit, done, values = {} } = event.progress;
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('loss') && !Number.isFinite(value)) {
      throw notFinite(`${name} of ${stage} at ${unit} ${done}`, 'Try a smaller learning rate.');
    }
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
