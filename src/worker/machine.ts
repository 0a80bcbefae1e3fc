import { LabError } from '../core/errors.ts';
import type { BackendChoice, OpenedBackend, OpenOptions } from '../core/run/environment.ts';
import type { BackendReport, SelfTestReport } from '../protocol/backend-report.ts';
import type { Verification } from './self-test-cache.ts';

/** How backends are opened and checked: the real ones in the worker, others in tests. */
export interface MachineDeps {
  readonly open: (choice: BackendChoice, options: OpenOptions) => Promise<OpenedBackend>;
  readonly verify: (backend: OpenedBackend) => Promise<Verification>;
  readonly versions: Readonly<Record<string, string>>;
}

/** An opened backend and what is said of it. */
export interface Running {
  readonly backend: OpenedBackend;
  readonly report: BackendReport;
}

/** Keeps one backend open between jobs. */
export interface Machine {
  /**
   * The backend for a choice. `auto` measures `trial` on each candidate; `trialKey` names the work it measures, and the same work
   * is not measured twice.
   *
   * @throws LabError 'backend' when the choice cannot be used here
   */
  acquire(choice: BackendChoice, trialKey: string, trial?: () => Promise<void>): Promise<Running>;
  /** After the `losses`-th loss of the device in one job: the same backend anew, WebAssembly from the second time on. */
  recover(lost: Running, losses: number): Promise<Running>;
}

export function createMachine({ open, verify, versions }: MachineDeps): Machine {
  let current: (Running & { readonly trialKey: string }) | undefined;

  const start = async (choice: BackendChoice, trialKey: string, trial?: () => Promise<void>) => {
    current?.backend.dispose();
    current = undefined;
    const tests = new Map<string, SelfTestReport>();
    const backend = await open(choice, {
      ...(trial && { trial }),
      verify: async (opened) => {
        const { failures, ...test } = await verify(opened);
        tests.set(opened.name, test);
        return failures;
      },
    });
    const report: BackendReport = {
      choice,
      name: backend.name,
      adapter: backend.adapter,
      threads: backend.threads,
      reason: backend.reason,
      isSoftware: backend.isSoftware,
      selfTest: tests.get(backend.name) ?? { cached: false, seconds: 0 },
      versions,
    };
    const opened = { backend, report, trialKey };
    current = opened;
    void backend.deviceLost.then(() => {
      if (current === opened) current = undefined;
    });
    return opened;
  };

  return {
    acquire: async (choice, trialKey, trial) => {
      const isSame = current?.report.choice === choice;
      if (current && isSame && (choice !== 'auto' || !trial || current.trialKey === trialKey)) return current;
      return start(choice, trialKey, trial);
    },
    recover: async (lost, losses) => {
      lost.backend.dispose();
      const { choice } = lost.report;
      const explained = (running: Running, reason: string): Running => ({
        ...running,
        report: { ...running.report, choice, reason },
      });
      if (losses === 1) {
        const again = await start(lost.backend.name, '').catch(() => undefined);
        if (again) return explained(again, 'Started anew after the graphics device was lost.');
      }
      try {
        return explained(await start('wasm', ''), 'The graphics device was lost; WebAssembly goes on.');
      } catch (error) {
        throw new LabError(
          'device-lost',
          `The graphics device was lost and WebAssembly could not take over: ${String(error)}`,
        );
      }
    },
  };
}
