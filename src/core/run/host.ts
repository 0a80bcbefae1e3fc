import type { AbortSignalLike, DataSource, View } from '../contracts.ts';
import type { Environment } from './result.ts';

/** What an experiment needs from where it runs: a worker, a command line, a test. */
export interface RunHost {
  readonly source: DataSource;
  readonly cache: StageCache;
  readonly environment: Environment;
  readonly signal: AbortSignalLike;
  /** Lets other work in when the time slice is used up. */
  yieldNow(): Promise<void>;
  /** Calls `save` before the run is held for as long as the user likes, until the returned function is called. */
  onHold?(save: () => Promise<void>): () => void;
  /** Milliseconds, monotonic. */
  now(): number;
  /** Bytes of tensors alive now. */
  tensorBytes(): number;
  /** True when a view of this name is on screen and due for an update. */
  watches(view: View['view']): boolean;
  /** Whether logs of queries, which can be long, are told as events. */
  readonly keepsLogs?: boolean;
  /** How the map of users is drawn, when it is on screen. */
  mapMethod?(): 'pca' | 'tsne';
  /** The genuine user whose history is followed through a training; the first of those shown where absent. */
  followedUser?(): number | null;
}

/** Keeps the outcome of stages under a key that says everything they depend on. Values are JSON with typed arrays packed. */
export interface StageCache {
  get(key: string): Promise<StageValue | undefined>;
  set(key: string, value: StageValue): Promise<void>;
}

/** JSON-able values and typed arrays, nested. */
export type StageValue =
  | null
  | boolean
  | number
  | string
  | Float32Array
  | Int32Array
  | readonly StageValue[]
  | { readonly [name: string]: StageValue };
