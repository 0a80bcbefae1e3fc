import { presets } from '../core/experiments/presets.ts';
import { decodeSpec, encodeSpec } from '../core/params/codec.ts';
import { validateExperiment } from '../core/run/validate-experiment.ts';
import { createBrowserLab } from '../lab/browser-lab.ts';
import { isolatePage } from '../lab/isolate-page.ts';
import { createEnvironmentStore } from '../stores/environment-store.ts';
import { createExperimentStore, type Validation } from '../stores/experiment-store.ts';
import { createInterruptedRuns } from '../stores/interrupted-run.ts';
import { createPreferencesStore } from '../stores/preferences-store.ts';
import { specOfPreset } from '../stores/preset-specs.ts';
import { createRunStore } from '../stores/run-store.ts';
import type { Session } from '../stores/session.ts';
import { currentQuery } from './hash-location.ts';

/** The stores of this page, on an engine in a worker that starts with the first run. */
export function createSession(): Session {
  void isolatePage();
  const lab = createBrowserLab();
  const [first] = presets;
  if (!first) throw new Error('The lab has no preset to open with.');
  return {
    experiment: createExperimentStore({
      validate,
      pack: encodeSpec,
      unpack: decodeSpec,
      initial: specOfPreset(first),
    }),
    run: createRunStore(lab, createInterruptedRuns()),
    environment: createEnvironmentStore(lab, globalThis.crossOriginIsolated),
    preferences: createPreferencesStore(`${location.search}&${currentQuery()}`, storage()),
  };
}

function validate(given: unknown): Validation {
  const checked = validateExperiment(given);
  return checked.ok ? { spec: checked.plan.spec } : { errors: [checked.error] };
}

/** A browser may refuse storage altogether. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
