import type { DataSource } from '../core/contracts.ts';
import { cancelled } from '../core/errors.ts';
import type { RunHost, StageCache } from '../core/run/host.ts';
import type { Environment } from '../core/run/result.ts';
import type { ViewChoices } from '../protocol/messages.ts';
import type { JobControl } from './job-control.ts';
import { createTimeSlice } from './time-slice.ts';

/** What differs from attempt to attempt. */
export interface HostParts {
  readonly source: DataSource;
  readonly cache: StageCache;
  readonly environment: Environment;
  readonly control: JobControl;
  readonly isAbandoned: () => boolean;
  readonly now: () => number;
  readonly tensorBytes: () => number;
  readonly watches: RunHost['watches'];
  readonly choices: () => ViewChoices;
  /** Called after others were let in. */
  readonly onBreath: () => void;
}

/** The host of one attempt in the worker: breathes by time, holds with its job, ends with its job. */
export function createRunHost(parts: HostParts): RunHost {
  const { control, isAbandoned, now } = parts;
  const slice = createTimeSlice(now);
  const savers = new Set<() => Promise<void>>();
  const signal = {
    get aborted() {
      return control.signal.aborted || isAbandoned();
    },
  };
  return {
    source: parts.source,
    cache: parts.cache,
    environment: parts.environment,
    signal,
    yieldNow: async () => {
      if (await slice.breathe()) parts.onBreath();
      if (control.isHeld) {
        for (const save of savers) await save();
        await control.go();
      }
      if (signal.aborted) throw cancelled();
    },
    onHold: (save) => {
      savers.add(save);
      return () => void savers.delete(save);
    },
    now: () => now() - control.heldMilliseconds,
    tensorBytes: parts.tensorBytes,
    watches: parts.watches,
    mapMethod: () => parts.choices().mapMethod,
    followedUser: () => parts.choices().followedUser,
  };
}
