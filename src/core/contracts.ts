/**
 * The contracts of the lab: what a dataset, a recommender, an attack, a defense and a metric are to each other.
 * Axes: U users, I items, B batch, D embedding, F fake users, K list length, L inner steps, T outer steps.
 */
import type { Interactions, ItemIndex, UserIndex } from './data/interactions.ts';
import type { SparseMatrix } from './kernels/sparse-matrix.ts';
import type { Optimizer } from './math/optimizers/optimizer.ts';
import type { Rng } from './math/rng.ts';
import type { Component } from './params/fields.ts';
import type { SequenceScoring, Sequences, Service, StolenModel, Validation } from './sequential.ts';
import type { Capabilities } from './specs.ts';
import type { NamedTensors, Scalar, Tensor, Tensor1D, Tensor2D } from './tensors.ts';
import type { Explaining, LatentUsers, Watching } from './views.ts';

export type {
  Family,
  Task,
  Fidelity,
  Spec,
  DatasetSpec,
  DatasetFeature,
  PreparationSpec,
  SplitSpec,
  ModelSpec,
  Capabilities,
  Goal,
  AttackSpec,
  DefenseSpec,
  MetricSpec,
  Requirements,
  Surroundings,
} from './specs.ts';
export type * from './defending.ts';
export type * from './sequential.ts';
export type * from './views.ts';

// ---------------------------------------------------------------------------------------------- data

/** A dataset as loaded: dense indices, with the dataset's own ids beside them. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly interactions: Interactions;
  readonly userIds: readonly string[]; // [U]
  readonly itemIds: readonly string[]; // [I]
  readonly titles?: readonly string[]; // [I]
  readonly genres?: readonly (readonly string[])[]; // [I]
  readonly publishedTest?: Interactions | undefined; // the test set of a paper's authors [U, I]
  /** Genuine users kept out of the data, from which an attack may take its first fake profiles (Tang et al., toy). */
  readonly heldBackUsers?: Interactions; // [F, I]
  /** Credit line shown wherever the data is shown. */
  readonly credit: string;
  /** What the loader skipped or changed, a sentence each. */
  readonly notes: readonly string[];
}

/** Reads bytes for a dataset loader: bundled with the page, from `--data DIR`, or a file that the user gave. */
export interface DataSource {
  bundled(path: string): Promise<Uint8Array>;
  raw(path: string): Promise<Uint8Array>;
  file(path: string): Promise<Uint8Array>;
}

export interface DatasetLoader<P = never> {
  load(parameters: P, source: DataSource, rng: Rng): Promise<Dataset>;
}
export interface Preparation<P = never> {
  prepare(dataset: Dataset, parameters: P, rng: Rng): Dataset;
}
/** Train and test over the same users and items; disjoint. */
export interface SplitData {
  readonly train: Interactions;
  readonly test: Interactions;
}
export interface Split<P = never> {
  split(interactions: Interactions, parameters: P, rng: Rng, published?: Interactions): SplitData;
}

/** Training data as tensors. `variables` holds what an attack may differentiate; each is absent where there is none. */
export interface TrainingData {
  /** Rows with known 0/1 entries. Genuine users, and fake users too when nobody differentiates them. // [U, I] */
  readonly interactions: Interactions;
  readonly matrix: SparseMatrix;
  /** The interactions in order of time, where every one has a time: what models of the task next-item are trained on. */
  readonly sequences?: Sequences | undefined;
  readonly variables: Variables;
}
export interface Variables {
  /** Fake profiles in [0, 1], rows below the users of `interactions`. // [F, I] */
  readonly fake?: Tensor2D;
  readonly labels?: Tensor1D; // [n]
  readonly adjacency?: Tensor2D; // [N, N]
}

// ---------------------------------------------------------------------------------------------- models

interface ModelBase extends LatentUsers, Explaining {
  readonly capabilities: Capabilities;
  /** Scores of the given users for every item, unmasked. Callers wrap it in `tidy`. // [B, I] */
  scores(parameters: NamedTensors, data: TrainingData, users: readonly UserIndex[]): Tensor2D;
  /** Names of the parameters that hold one row per user and one row per item, when there are such. */
  readonly embeddings?: { readonly users: string; readonly items: string };
}

/**
 * A model that attacks and defenses differentiate through. Everything is a pure function of its arguments, and `batch`
 * can be replayed by (epoch, index), so that a reverse sweep can redo any step.
 */
export interface Trainable<Batch = unknown> extends ModelBase {
  readonly kind: 'trainable';
  readonly epochs: number;
  readonly optimizer: Optimizer;
  init(rng: Rng, data: TrainingData): NamedTensors;
  batchesPerEpoch(data: TrainingData): number;
  batch(data: TrainingData, epoch: number, index: number, rng: Rng): Batch;
  loss(parameters: NamedTensors, batch: Batch): Scalar;
  /** Present when the model is trained on `data.sequences` and can be asked about any sequence. */
  readonly sequence?: SequenceScoring;
  /** Early stopping; without it the model is trained for all its epochs. */
  readonly validation?: Validation<TrainingData>;
  /** Hand-written gradient of `loss`; automatic differentiation where absent. */
  gradient?(parameters: NamedTensors, batch: Batch): NamedTensors;
  /**
   * For a direction v over the parameters: the derivative of <gradient of loss, v> by the parameters (a Hessian-vector
   * product) and by the differentiable variables of the batch. Nested automatic differentiation where absent.
   */
  hessianVector?(
    parameters: NamedTensors,
    batch: Batch,
    direction: NamedTensors,
  ): { readonly parameters: NamedTensors; readonly variables: NamedTensors };
}

/** A model without a differentiable training loop: counts, neighbourhoods, closed forms. */
export interface Direct extends ModelBase {
  readonly kind: 'direct';
  fit(data: TrainingData, rng: Rng, context: Pacing): AsyncGenerator<Progress, NamedTensors>;
  /**
   * What capability `partial` promises: the value of `outer` at the trained parameters, and its derivative by the variables of
   * `data` with all but the last closed-form solution held fixed. The caller owns the tensors.
   */
  partialGradient?(
    parameters: NamedTensors,
    data: TrainingData,
    outer: (parameters: NamedTensors, data: TrainingData) => Scalar,
    context: Pacing,
  ): Promise<{ readonly loss: Scalar; readonly gradient: NamedTensors }>;
}

export type Model = Trainable | Direct;

/** A trained model together with the data it was trained on. */
export interface TrainedModel {
  readonly model: Model;
  readonly data: TrainingData;
  readonly parameters: NamedTensors;
}

/** How an implementation module makes its model from validated parameters. */
export interface ModelFactory<P = never> {
  create(parameters: P): Model;
}

// ---------------------------------------------------------------------------------------------- attacks (for defenses see defending.ts)

/** What attacks produce is data, told apart by `produces`. Plain arrays: they are cached, sent and exported. */
export type Artifact = Poison | StolenModel;

/** Fake users to be added to the training data. Further kinds of poison (label and graph flips) join this union. */
export interface Poison {
  readonly produces: 'poison';
  readonly fakeUsers: Interactions; // [F, I]
}

/** What the attacker sees of the system. */
export interface AttackInput {
  readonly train: Interactions; // [U, I]
  readonly targets: readonly ItemIndex[];
  readonly itemIds?: readonly string[]; // the dataset's own, for parameters that name items [I]
  readonly heldBackUsers?: Interactions;
  /** The black box, for attacks that ask the victim; `train` is then the attacker's own data, if it uses any. */
  readonly service?: Service;
  /** Numbers of queries after which the attack shows what it has stolen so far, ascending. */
  readonly checkpoints?: readonly number[];
}

export interface Attack<A extends Artifact = Poison> {
  run(input: AttackInput, context: RunContext): AsyncGenerator<AttackProgress<A>, A>;
}
export interface AttackFactory<P = never, A extends Artifact = Poison> {
  create(parameters: P): Attack<A>;
}

export interface AttackProgress<A extends Artifact = Poison> extends Progress {
  /** The artifact as it stands after this outer step; asked for only when somebody evaluates it. */
  readonly current?: () => Promise<A>;
  /** The attacker's own trained surrogate at this outer step; valid until the generator is asked for the next. */
  readonly surrogate?: TrainedModel;
}

// ---------------------------------------------------------------------------------------------- metrics

/** One user's ranking under an evaluation protocol. Positions are 0-based places among the candidates. */
export interface UserRanking {
  /** Positions of the held-out items, ascending. */
  readonly heldOut: readonly number[];
  /** Positions of the target items that this user does not own, ascending. */
  readonly targets: readonly number[];
  /** How many of the targets the user owns, and how many targets there are. */
  readonly ownedTargets: number;
  readonly targetCount: number;
  readonly candidateCount: number;
}

/** A metric averages `perUser` over the users for whom it is defined (undefined = left out). */
export interface Metric {
  perUser(ranking: UserRanking, cutoff: number, protocol: Protocol): number | undefined;
}

export interface Protocol {
  /** masked: a user's training items are no candidates; kept: they stay in the ranking. */
  readonly history: 'masked' | 'kept';
  readonly candidates: 'all';
  /** Where the item in question stands among equal scores: behind them or before them. */
  readonly ties: 'pessimistic' | 'optimistic';
  /** Users who own every target: left out, or counted as a miss (Tang et al.). */
  readonly owners: 'excluded' | 'miss';
  readonly users: 'genuine';
}

// ---------------------------------------------------------------------------------------------- running

/** One report of long work. Levels let a user step: through inner steps, outer steps or whole stages. */
export interface Progress {
  readonly level: 'inner' | 'outer' | 'stage';
  /** Which work, as a user reads it: "clean victim", "attack", "attacked victim". */
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly unit: string;
  /** Live values, by metric name: `loss.train`, `loss.adversarial`, `target.hr@10`. */
  readonly values?: Readonly<Record<string, number>>;
}

/** What long work needs to be a good citizen: cancel, breathe. */
export interface Pacing {
  readonly signal: AbortSignalLike;
  /** Lets other work in when its time slice is used up; rejects with a cancelled error after an abort. */
  yieldNow(): Promise<void>;
}

/** AbortSignal without the DOM library. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

export interface RunContext extends Pacing, Watching {
  readonly rng: Rng;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Bytes of tensors alive now, and the peak since the run began. */
  memory(): { readonly bytes: number; readonly peakBytes: number };
  /** Another algorithm, by component: a surrogate arrives this way. */
  build(component: Component): Promise<Model>;
  /** Keeps state from which this work can go on after an interruption; `restored` is what an earlier attempt kept. */
  checkpoint(state: CheckpointState): Promise<void>;
  readonly restored: CheckpointState | undefined;
}

/** Plain and typed arrays by name. */
export type CheckpointState = Readonly<Record<string, number | string | Float32Array | Int32Array>>;

export type { Tensor };
