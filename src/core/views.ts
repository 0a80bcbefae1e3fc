/** What a chart shows. Part of the contracts: import it from there. */
import type { Interactions, ItemIndex } from './data/interactions.ts';

/** What a chart shows, live or precomputed. Each view component takes one type. */
export type View = MatrixView | PointsView | ListsView | ProfilesView;

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
