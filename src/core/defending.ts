/** What a defense is. Part of the contracts: import it from there. */
import type { Model, Progress, RunContext, TrainingData } from './contracts.ts';
import type { Interactions } from './data/interactions.ts';
import type { NamedTensors } from './tensors.ts';
import type { TrainingProgress } from './training/train-loop.ts';

/** What a detector makes of the users it is given, genuine and fake alike. */
export interface Sanitized {
  /** One score a user; the larger, the more suspicious. // [U] */
  readonly suspicion: Float32Array;
  /** Users whose interactions are dropped before training. */
  readonly removed: Int32Array;
}

/**
 * The victim's plain training, with the randomness that the defense is given: from what is kept of it, if it was done before. Its reports come
 * under `stage`; the caller owns the parameters.
 */
export type PlainTraining = (stage: string) => AsyncGenerator<TrainingProgress, NamedTensors>;

/** A defense wraps training, the served lists, or the data. It never sees the attack's ground truth. */
export interface Defense {
  sanitize?(train: Interactions, context: RunContext): AsyncGenerator<Progress, Sanitized>;
  serve?(lists: readonly Int32Array[], context: RunContext): readonly Int32Array[];
  /**
   * Trains the victim in place of its plain training; the caller owns the parameters. `stage` is what the user reads. A defense that starts
   * from the plainly trained victim gets it by `plain`, and trains it itself where that is absent.
   */
  train?(
    victim: Model,
    data: TrainingData,
    context: RunContext,
    stage: string,
    plain?: PlainTraining,
  ): AsyncGenerator<TrainingProgress, NamedTensors>;
}

/** What a defense makes of a victim's training, known before anything is trained. */
export interface DefendedTraining {
  /** Whether it goes on from the whole plain training. */
  readonly fromPlain: boolean;
  /** Epochs with the defense on. */
  readonly epochs: number;
  /** What a step with the defense on costs, in plain steps of the victim. */
  readonly stepWork: number;
}

/** How an implementation module makes its defense. `place` is where it stands in the spec, `defenses[0]`: errors begin with it. */
export interface DefenseFactory<P = never> {
  create(parameters: P, place?: string): Defense;
}
