/** What every algorithm, dataset and metric says of itself, without tensors. Part of the contracts: import it from there. */
import type { Artifact } from './contracts.ts';
import type { DefendedTraining } from './defending.ts';
import type { Fault } from './params/fault.ts';
import type { ParametersOf, Schema } from './params/fields.ts';
import type { ReferenceId } from './references.ts';

export type Family = 'dataset' | 'preparation' | 'split' | 'model' | 'attack' | 'defense' | 'metric';
export type Task = 'ranking' | 'next-item' | 'edge' | 'node';
export type Fidelity = 'faithful' | 'simplified';

/** What an algorithm says of itself, without tensors: the form, the URL, the docs and the compatibility check read this. */
export interface Spec<S extends Schema = Schema> {
  readonly id: string;
  readonly name: string;
  /** One sentence, plain words first. */
  readonly summary: string;
  readonly family: Family;
  readonly parameters: S;
  readonly references: readonly ReferenceId[];
  readonly fidelity: Fidelity;
  /** Every difference from the cited paper, a sentence each. */
  readonly differences: readonly string[];
  /** Values that do not fit each other, known from the parameters alone. */
  fault?(parameters: ParametersOf<S>): Fault | undefined;
}

/** What the parameters of an attack or a defense meet in a run: the prepared data and the rule for a user's own items. */
export interface Surroundings {
  readonly itemCount: number;
  readonly history: 'masked' | 'kept';
}

export interface DatasetSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'dataset';
  /** Where the bytes come from: made by a generator, shipped with the page, or the user's own files. */
  readonly origin: 'generated' | 'bundled' | 'raw' | 'file';
  readonly provides: readonly DatasetFeature[];
  readonly licence: string;
}
export type DatasetFeature = 'times' | 'ratings' | 'titles' | 'genres' | 'held-back-users' | 'graph';

export interface PreparationSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'preparation';
}
export interface SplitSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'split';
}

export interface ModelSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'model';
  readonly task: Task;
  readonly capabilities: Capabilities;
  /** What `loss.train` is, with its unit, and whether it is a sum or a mean over what a step sees: the name of an axis. Absent where nothing is told. */
  readonly trainingLoss?: string;
}

/** What a model can do for an attack or a view. */
export interface Capabilities {
  /** exact: differentiable through training; partial: only a closed-form partial derivative; none. */
  readonly gradients: 'exact' | 'partial' | 'none';
  /** User and item vectors exist, so maps and perturbations of them do. */
  readonly embeddings: boolean;
  /** Users have vectors that are read off their clicks, in place of a table of them: maps of users exist. */
  readonly userVectors?: true;
  /** Scores read the interaction data itself (ItemAE, Mult-VAE, ItemCF). */
  readonly readsData: boolean;
  readonly sequences: boolean;
}

export type Goal = 'promote' | 'demote' | 'untargeted' | 'extract' | 'infer';

export interface AttackSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'attack';
  readonly goal: Goal;
  readonly timing: 'training' | 'inference';
  readonly produces: Artifact['produces'];
  /** What the attacker must know, a sentence. */
  readonly knowledge: string;
  readonly requires: Requirements;
  /** Values that the data cannot bear: asked as soon as these are prepared, before anything is trained. */
  faultIn?(parameters: ParametersOf<S>, surroundings: Surroundings): Fault | undefined;
}

export interface DefenseSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'defense';
  readonly wraps: 'train' | 'serve' | 'sanitize';
  readonly requires: Requirements;
  /** As of an attack. */
  faultIn?(parameters: ParametersOf<S>, surroundings: Surroundings): Fault | undefined;
  /** For a defense that wraps training: what becomes of a victim with so many epochs of its own. */
  training?(parameters: ParametersOf<S>, victimEpochs: number): DefendedTraining;
}

export interface MetricSpec<S extends Schema = Schema> extends Spec<S> {
  readonly family: 'metric';
  /** Read at every cutoff of the evaluation, or once. */
  readonly cutoff: boolean;
  readonly reads: 'held-out' | 'targets';
  readonly better: 'higher' | 'lower';
}

/** Needs that compatibility.ts turns into sentences when unmet. `of` names the component parameter that is asked, or the victim. */
export interface Requirements {
  readonly model?: {
    readonly of: string;
    readonly gradients?: readonly Capabilities['gradients'][];
    readonly embeddings?: true;
    /** A table of user vectors, or vectors read off the clicks. */
    readonly userVectors?: true;
    readonly sequences?: true;
  };
  readonly task?: readonly Task[];
  readonly dataset?: readonly DatasetFeature[];
}
