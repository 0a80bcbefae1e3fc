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
 * What each victim behind the defenses of a spec costs. The undefended victim of the same data is trained before: where the defenses leave the
 * data as they are, a warm start costs none of its plain epochs, and without a defense that trains it is served as it is, and nothing is
 * trained. Data are new behind a detector, even if it removes nobody, and where no undefended victim has them (`isFirst`).
 */
export function defendedWork(spec: Defended, isFirst = false): DefendedWork {
  const training = trainedBy(spec);
  const epochs = epochsOf(spec);
  const onNewData = isFirst || spec.defenses.some(isDetector) ? epochs : 0;
  if (!training) return { plain: 0, defended: onNewData };
  return { plain: training.fromPlain ? onNewData : 0, defended: training.epochs * training.stepWork };
}

/** What becomes of the victim's training under the defense that trains it, if one does. */
function trainedBy(spec: Defended): DefendedTraining | undefined {
  for (const { id, params } of spec.defenses) {
    const { training } = findSpec('defenses', id, 'defenses.id') as DefenseSpec;
    if (training) return training(params as never, epochsOf(spec));
  }
  return undefined;
}

/** A victim without epochs is fitted in one go. */
export function epochsOf({ victim }: Pick<ExperimentSpec, 'victim'>): number {
  return Number(victim.params.epochs ?? 1);
}
