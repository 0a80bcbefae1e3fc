import { LabError } from '../core/errors.ts';
import type { BackendName, OpenedBackend } from '../core/run/environment.ts';

export interface FakeBackend extends OpenedBackend {
  lose(): void;
  isDisposed: boolean;
  fault: LabError | undefined;
}

/** A backend without an engine behind it, whose device can be lost on demand. */
export function createFakeBackend(name: BackendName): FakeBackend {
  let lose: (error: LabError) => void = () => undefined;
  const deviceLost = new Promise<LabError>((resolve) => (lose = resolve));
  const backend: FakeBackend = {
    name,
    adapter: `fake ${name}`,
    threads: 1,
    reason: 'Chosen by you.',
    isSoftware: false,
    deviceLost,
    isDisposed: false,
    fault: undefined,
    check: async () => {
      if (backend.fault) throw backend.fault;
    },
    dispose: () => {
      backend.isDisposed = true;
    },
    lose: () => lose(new LabError('device-lost', 'The graphics device was lost: test')),
  };
  return backend;
}
