import { canonicalJson } from '../math/fingerprint.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { repeatStreams } from './seeds.ts';

/** Work by stage name. */
export type Work = ReadonlyMap<string, number>;

/**
 * The work of every repeat of every cell, in the order in which they run, each stage counted where it is first worked out: a later one that
 * depends on the same things comes from the cache.
 */
export function sharedWork(
  cells: readonly ExperimentSpec[],
  workOf: (spec: ExperimentSpec) => Work,
): readonly Work[] {
  const seen = new Set<string>();
  return cells.flatMap((spec) => {
    const work = [...workOf(spec)];
    return Array.from({ length: spec.repeats }, (_, repeat) => {
      const counted = work.map(([stage, steps]): [string, number] => {
        const key = canonicalJson([stage, ...dependsOn(stage, spec, repeat)]);
        const isNew = !seen.has(key);
        seen.add(key);
        return [stage, isNew ? steps : 0];
      });
      return new Map(counted);
    });
  });
}

/** What a stage's outcome depends on: at least what its cache key has, so that no work is left out that must be done. */
function dependsOn(stage: string, spec: ExperimentSpec, repeat: number): readonly unknown[] {
  const { dataset, prepare, split, victim, attack, defenses, evaluation } = spec;
  const { data, split: divided, init, attack: attacking } = repeatStreams(spec, repeat);
  const train = [dataset, prepare, split, data.key, divided.key];
  switch (stage) {
    case 'clean victim':
    case 'control victim':
      return [train, victim, init.key];
    case 'attack':
      return [train, attack, attacking.key, evaluation, evaluation.at?.retrain ? [victim, init.key] : []];
    case 'surrogate':
    case 'attacked victim':
    case 'attacked victim, attacker’s seed':
    case 'victim under random filler':
      return [train, victim, attack, evaluation, init.key, attacking.key];
    default:
      return [train, victim, attack, defenses, evaluation, init.key, attacking.key];
  }
}
