/** What a chart shows. Part of the contracts: import it from there. */
import type { TrainingData } from './contracts.ts';
import type { ScoreParts } from './explain.ts';
import type { Interactions, ItemIndex, UserIndex } from './data/interactions.ts';
import type { QueryLog } from './sequential.ts';
import type { NamedTensors, Tensor2D } from './tensors.ts';

export type * from './explain.ts';

/** What a chart shows, live or precomputed. Each view component takes one type. */
export type View = MatrixView | PointsView | ListsView | ProfilesView | QueriesView | RocView | EvidenceView;

export interface MatrixView {
  readonly view: 'matrix';
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array; // [rows, columns]
  readonly rowLabels: readonly string[];
  readonly columnLabels: readonly string[];
  /** Diverging maps are centred on 0. */
  readonly scale: 'sequential' | 'diverging';
  /** The query that it is about, where it is about one. */
  readonly query?: FollowedHistory;
}

/** A genuine user's history that the page follows through a training: at every step that is shown, the victim is asked what comes after it. */
export interface FollowedHistory {
  readonly user: number;
  readonly items: Int32Array; // oldest first
}

/** What long work knows of those who look at it. */
export interface Watching {
  /** Shows something to whoever looks; free when nobody does. */
  emit(view: View): void;
  /** True when a view of this name is on screen and due: ask before computing it. */
  watches(view: View['view']): boolean;
  /** The history that is looked at; absent where there is none in order of time. */
  followed?(): FollowedHistory | undefined;
}

export type Role = 'genuine' | 'fake' | 'target' | 'captured' | 'member' | 'non-member';

export interface PointsView {
  readonly view: 'points';
  readonly name: string;
  readonly method: 'pca' | 'tsne';
  readonly xy: Float32Array; // [n, 2]
  readonly roles: readonly Role[]; // [n]
  readonly labels: readonly string[]; // [n]
  readonly step: number;
}

/** Top-k lists of some users in one phase of the experiment. */
export interface ListsView {
  readonly view: 'lists';
  readonly phase: string;
  readonly users: readonly number[]; // [B]
  readonly items: Int32Array; // [B, K]
  readonly scores: Float32Array; // [B, K]
  readonly k: number;
}

export interface ProfilesView {
  readonly view: 'profiles';
  readonly name: string;
  readonly fakeUsers: Interactions; // [F, I]
  readonly targets: readonly ItemIndex[];
  readonly popularity: Int32Array; // [I]
}

/** How well a detector told fake from genuine users, by the share of users that it would remove: the most suspicious go first. */
export interface RocView {
  readonly view: 'roc';
  /** Id of the detector. */
  readonly name: string;
  readonly auc: number;
  readonly genuineCount: number;
  readonly fakeCount: number;
  readonly shares: readonly number[]; // [n]
  readonly removed: Int32Array; // users [n]
  /** Who is more suspicious than this is removed. // [n] */
  readonly thresholds: Float32Array;
  readonly falsePositiveRate: Float32Array; // [n]
  readonly truePositiveRate: Float32Array; // [n]
}

/** Why an item stands where it does for one user in a phase of the experiment. Users from `genuineCount` on are fake. */
export interface EvidenceView {
  readonly view: 'evidence';
  /** The phase. */
  readonly name: string;
  readonly user: number;
  readonly item: number;
  readonly score: number;
  /** 1-based; null where the item is no candidate, as the user has it. */
  readonly rank: number | null;
  readonly genuineCount: number;
  readonly fakeCount: number;
  readonly parts: readonly EvidenceParts[];
  readonly influence: Influence;
}

/** One way to take the score apart, and what it leaves over. */
export interface EvidenceParts extends ScoreParts {
  readonly residual: number;
}

/** What changes when the victim is trained again without one fake user: what each adds by being there, in the order of leaving out. */
export interface Influence {
  /** How many are to be left out; so far it is the length of the rest. */
  readonly asked: number;
  readonly fakes: Int32Array; // 0-based among the fake users [n]
  readonly scores: Float32Array; // score with - score without [n]
  /** Places gained: rank without - rank with; NaN where the item is no candidate. // [n] */
  readonly places: Float32Array;
  readonly reach: Float32Array; // target reach with - without [n]
}

/** What a map of users, and a detector that looks at one, ask of a model whose user vectors are no parameter of it. */
export interface LatentUsers {
  /** Where the model sees the given users, from what they clicked. Callers wrap it in `tidy`. // [B, z] */
  userVectors?(parameters: NamedTensors, data: TrainingData, users: readonly UserIndex[]): Tensor2D;
}

/** What a thief asks a recommender and is told. `log` is the latest sequence alone until all are asked, then everything. */
export interface QueriesView {
  readonly view: 'queries';
  /** Who is asked: `victim`, `defended victim`. */
  readonly name: string;
  readonly asked: number;
  readonly total: number;
  readonly complete: boolean;
  readonly log: QueryLog;
}
