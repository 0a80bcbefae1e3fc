/** What models of sequences add to the contracts. Part of the contracts: import it from there. */
import type { Trainable } from './contracts.ts';
import type { Rng } from './math/rng.ts';
import type { NamedTensors, Scalar, Tensor2D } from './tensors.ts';

export type { Sequences } from './data/sequences.ts';

/**
 * Left-padded token rows and the places that are asked for scores. Tokens: 0 padding, i + 1 for item i, I + 1 MASK.
 * cloze: a place is filled in from both sides; causal: a place is followed by the item that is asked for.
 */
export interface SequenceInput {
  readonly tokens: Int32Array; // [B, n]
  readonly rows: number; // B
  readonly length: number; // n
  /** Flat places b n + t that are asked, ascending. // [N] */
  readonly places: Int32Array;
  /** True when only the last place of every row is asked: a query. */
  readonly lastOnly: boolean;
}

/** One step's training examples: the item that belongs to each asked place. */
export interface SequenceBatch {
  readonly input: SequenceInput;
  readonly labels: Int32Array; // [N]
  /** Randomness of this step beyond the examples: dropout, negatives. */
  readonly rng: Rng;
  /** The items before each asked place, for a student that reads sequences in another way. // N lists */
  histories(): readonly Int32Array[];
}

/** How a sequence model is asked, by a service, an attacker's surrogate or a defender's student. */
export interface SequenceScoring {
  readonly reads: 'cloze' | 'causal';
  /** The longest row that it can read. */
  readonly maxLength: number; // n
  /** Input that asks what comes after each history; histories are cut to their last items. Empty ones are allowed. */
  query(histories: readonly Int32Array[], itemCount: number): SequenceInput;
  /** Scores of every item at each asked place, differentiable; with dropout when a stream is given. // [N, I] */
  scoresAt(parameters: NamedTensors, input: SequenceInput, dropout?: Rng): Tensor2D;
  /** The training loss from scores that are known already, the same number as `loss`. */
  lossOf(scores: Tensor2D, batch: SequenceBatch): Scalar;
}

/** A trainable model of sequences: it reads `data.sequences` and refuses data without times. */
export interface SequenceModel extends Trainable<SequenceBatch> {
  readonly sequence: SequenceScoring;
}

/** Early stopping: the parameters of the best validation are kept, and training ends after `patience` worse ones. */
export interface Validation<Data> {
  readonly everyEpochs: number;
  readonly patience: number;
  /** Higher is better. */
  score(parameters: NamedTensors, data: Data, yieldNow: () => Promise<void>): Promise<number>;
}

/** What a black-box attacker sees of a recommender: top-k lists, after the serving defenses. Queries are counted exactly. */
export interface Service {
  readonly itemCount: number;
  /** masked: an item that is asked about does not come back, so that a list may be shorter than asked for; kept: it may come back. */
  readonly history: 'masked' | 'kept';
  /** Histories answered so far. */
  readonly answered: number;
  /** The list for each history, best first, one query each: k items, or all that are left where the history is masked. */
  recommend(histories: readonly Int32Array[], k: number): Promise<readonly Int32Array[]>;
}

/**
 * What an attacker asked and was told. Query q = s L + t asked what comes after the first t + 1 items of sequence s. Plain arrays, exportable;
 * the last sequence may have been asked in part.
 */
export interface QueryLog {
  readonly count: number; // Q
  readonly sequenceLength: number; // L
  readonly k: number;
  readonly sequences: Int32Array; // [ceil(Q / L), L]
  readonly lists: Int32Array; // [Q, K]
}

/** A stolen model: its architecture, its parameters as plain arrays, and the queries that it cost. */
export interface StolenModel {
  readonly produces: 'surrogate';
  readonly architecture: { readonly id: string; readonly params: Readonly<Record<string, unknown>> };
  readonly parameters: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
  >;
  readonly log: QueryLog;
}
