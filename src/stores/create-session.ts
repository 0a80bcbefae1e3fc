import { presets } from '../core/experiments/presets.ts';
import { decodeSpec, encodeSpec } from '../core/params/codec.ts';
import { validateExperiment } from '../core/run/validate-experiment.ts';
import { createBrowserLab } from '../lab/browser-lab.ts';
import { isolatePage } from '../lab/isolate-page.ts';
import { createEnvironmentStore } from './environment-store.ts';
import { createExperimentStore, type Validation } from './experiment-store.ts';
import { createInterruptedRuns } from './interrupted-run.ts';
import { createPreferencesStore } from './preferences-store.ts';
import { specOfPreset } from './preset-specs.ts';
import { createRunStore } from './run-store.ts';
import type { Session } from './session.ts';
import { createTries } from './tries.ts';

/** The stores of this page, on an engine in a worker that starts with the first run. `query` is what stands behind `?` in the address. */
export function createSession(query: string): Session {
  void isolatePage();
  const lab = createBrowserLab();
  const [first] = presets;
  if (!first) throw new Error('The lab has no preset to open with.');
  const run = createRunStore(lab, createInterruptedRuns());
  return {
    experiment: createExperimentStore({
      validate,
      pack: encodeSpec,
      unpack: decodeSpec,
      initial: specOfPreset(first),
    }),
    run,
    tries: createTries(run),
    environment: createEnvironmentStore(lab, globalThis.crossOriginIsolated),
    preferences: createPreferencesStore(query, storage()),
  };
}

function validate(given: unknown): Validation {
  const checked = validateExperiment(given);
  if (!checked.ok) return { errors: [checked.error] };
  return { spec: checked.plan.spec, warnings: checked.plan.warnings };
}

/** A browser may refuse storage altogether. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
