import { LabError } from '../errors.ts';
import { planExperiment, type ExperimentPlan } from './plan-experiment.ts';

export type Validation =
  { readonly ok: true; readonly plan: ExperimentPlan } | { readonly ok: false; readonly error: LabError };

/** planExperiment for forms: the first fault is a value and not a throw. Faults of the lab itself still throw. */
export function validateExperiment(given: unknown): Validation {
  try {
    return { ok: true, plan: planExperiment(given) };
  } catch (error) {
    if (error instanceof LabError) return { ok: false, error };
    throw error;
  }
}
