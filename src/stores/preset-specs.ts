import type { Preset } from '../core/experiments/preset.ts';
import { presets } from '../core/experiments/presets.ts';
import { parseExperimentShape, type ExperimentSpec } from '../core/run/experiment-spec.ts';
import { validateExperiment } from '../core/run/validate-experiment.ts';

/** The spec of a preset as the stores take it. Throws when the preset is not a spec. */
export function specOfPreset(preset: Preset): ExperimentSpec {
  return parseExperimentShape(preset.spec);
}

const meanings = new Map<string, string | undefined>();

/** The preset that a spec means, if it was not changed; another seed is still the same experiment. */
export function presetOfSpec(spec: ExperimentSpec | null): Preset | undefined {
  const meaning = spec === null ? undefined : meaningOf(spec);
  if (meaning === undefined) return undefined;
  return presets.find((preset) => {
    if (!meanings.has(preset.id)) meanings.set(preset.id, meaningOf(preset.spec));
    return meanings.get(preset.id) === meaning;
  });
}

/** A spec written out with every default, but for its seed; undefined when it does not run. */
function meaningOf(spec: unknown): string | undefined {
  const checked = validateExperiment(spec);
  if (!checked.ok) return undefined;
  return JSON.stringify(checked.plan.cells.map((cell) => ({ ...cell, spec: { ...cell.spec, seed: 0 } })));
}
