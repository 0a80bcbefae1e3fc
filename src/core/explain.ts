/** Why a model gives a score. Part of the contracts: models that can say it have `explain`. */
import type { TrainingData } from './contracts.ts';
import type { ItemIndex, UserIndex } from './data/interactions.ts';
import type { NamedTensors } from './tensors.ts';

/** One score as a sum over things that a reader can name. What the parts do not add up to is their residual. */
export interface ScoreParts {
  /** Items that the user clicked, users who clicked the item (fake ones below the genuine), or places in the two vectors. */
  readonly of: 'items' | 'users' | 'dimensions';
  readonly indices: Int32Array; // [n]
  /** What the parts are called, where their indices do not say it; '' for those that need no name. // [n] */
  readonly labels?: readonly string[];
  /** In units of the score. // [n] */
  readonly values: Float64Array;
  /** By the formula of the score the residual is 0 but for rounding; else it says how far the parts are from the whole truth. */
  readonly exact: boolean;
  /** Where the parts come from, a sentence. */
  readonly method: string;
}

export interface Explaining {
  /** The score of an item for a genuine user, taken apart in one way or several. `data` holds no variables. */
  explain?(
    parameters: NamedTensors,
    data: TrainingData,
    user: UserIndex,
    item: ItemIndex,
  ): Promise<readonly ScoreParts[]>;
}
