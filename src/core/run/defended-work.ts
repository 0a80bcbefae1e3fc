import type { DefendedTraining, DefenseSpec } from '../contracts.ts';
import { findSpec } from '../find-spec.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { isDetector } from './swept-shares.ts';

/** Work of a victim behind the defenses, in plain epochs of the victim. */
export interface DefendedWork {
  /** Of a plain training that a defense goes on from; 0 where an earlier phase has trained that victim, and only its kept training is told. */
  readonly plain: number;
  /** Of the training that ends in the defended victim. */
  readonly defended: number;
}

type Defended = Pick<ExperimentSpec, 'victim' | 'defenses'>;

/**
 * What each victim behind the defenses of a spec costs. The undefended victim of the same data is trained before, so that a warm start costs
 * its plain epochs only where a detector changes the data, or where the data are new to the defended victim (`isFirst`).
 */
export function defendedWork(spec: Defended, isFirst = false): DefendedWork {
  const training = trainedBy(spec);
  const epochs = epochsOf(spec);
  if (!training) return { plain: 0, defended: epochs };
  const trainsAnew = training.fromPlain && (isFirst || spec.defenses.some(isDetector));
  return { plain: trainsAnew ? epochs : 0, defended: training.epochs * training.stepWork };
}

/** The same as a multiple of the victim's plain training. */
export function defendedTrainings(spec: Defended, isFirst = false): number {
  const { plain, defended } = defendedWork(spec, isFirst);
  return (plain + defended) / epochsOf(spec);
}

/** What becomes of the victim's training under the defense that trains it, if one does. */
export function trainedBy(spec: Defended): DefendedTraining | undefined {
  for (const { id, params } of spec.defenses) {
    const { training } = findSpec('defenses', id, 'defenses.id') as DefenseSpec;
    if (training) return training(params as never, epochsOf(spec));
  }
  return undefined;
}

/** A victim without epochs is fitted in one go. */
function epochsOf({ victim }: Defended): number {
  return Number(victim.params.epochs ?? 1);
}
