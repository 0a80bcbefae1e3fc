import { createStore, type StoreApi } from 'zustand/vanilla';
import { LabError } from '../core/errors.ts';
import type { Lab } from '../lab/job.ts';
import type { BackendChoice, BackendReport } from '../protocol/backend-report.ts';

/** The machine: which backend computes, why, and what the browser allows. */
export interface EnvironmentState {
  readonly choice: BackendChoice;
  /** null until a backend was opened. */
  readonly report: BackendReport | null;
  readonly probing: boolean;
  readonly error: LabError | null;
  /** Shared memory is allowed, hence threads in the WASM backend. */
  readonly crossOriginIsolated: boolean;
  choose(choice: BackendChoice): void;
  /** Opens the chosen backend without a run. */
  probe(): Promise<void>;
}

export type EnvironmentStore = StoreApi<EnvironmentState>;

/** Also follows the backends of runs: a lost device may change them. */
export function createEnvironmentStore(lab: Lab, isolated: boolean): EnvironmentStore {
  const store = createStore<EnvironmentState>()((set, get) => ({
    choice: 'auto',
    report: null,
    probing: false,
    error: null,
    crossOriginIsolated: isolated,
    choose: (choice) => set({ choice, error: null, probing: false }),
    probe: async () => {
      const { choice } = get();
      set({ probing: true, error: null });
      try {
        const report = await lab.environment(choice);
        if (get().choice === choice) set({ report, probing: false });
      } catch (thrown) {
        const error = thrown instanceof LabError ? thrown : new LabError('backend', String(thrown));
        if (get().choice === choice) set({ error, probing: false });
      }
    },
  }));
  lab.subscribe((notice) => {
    if (notice.type === 'backend' && notice.job !== null)
      store.setState({ report: notice.report, error: null });
  });
  return store;
}
