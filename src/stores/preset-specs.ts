import type { Preset } from '../core/experiments/preset.ts';
import { presets } from '../core/experiments/presets.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import { validateExperiment } from '../core/run/validate-experiment.ts';

const specs = new Map<string, ExperimentSpec>();

/** The whole spec of a preset, defaults filled in. Throws the first error of a preset that does not run. */
export function specOfPreset(preset: Preset): ExperimentSpec {
  const known = specs.get(preset.id);
  if (known) return known;
  const { spec, errors } = validateExperiment(preset.spec);
  if (!spec) throw errors[0] ?? new Error(`The preset ${preset.id} does not run.`);
  specs.set(preset.id, spec);
  return spec;
}

/** The preset that a whole spec is, if it was not changed; another seed is still the same experiment. */
export function presetOfSpec(spec: ExperimentSpec | null): Preset | undefined {
  if (spec === null) return undefined;
  const text = withoutSeed(spec);
  return presets.find((preset) => withoutSeed(specOfPreset(preset)) === text);
}

function withoutSeed(spec: ExperimentSpec): string {
  return JSON.stringify({ ...spec, seed: 0 });
}
