/**
 * One schema per hyperparameter: it validates, draws the form, encodes the URL and writes the docs.
 * `symbol` is display only (Greek letters stay out of names).
 */
interface Described {
  readonly label: string;
  readonly help: string;
  readonly symbol?: string;
  /** Shown under "advanced" in the form. */
  readonly advanced?: boolean;
}

export interface IntegerField extends Described {
  readonly kind: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
}
export interface RealField extends Described {
  readonly kind: 'real';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The form offers a logarithmic slider. */
  readonly scale?: 'log';
}
export interface ChoiceField<Option extends string = string> extends Described {
  readonly kind: 'choice';
  readonly default: NoInfer<Option>;
  readonly options: { readonly [K in Option]: string };
}
export interface FlagField extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}
export interface TextField extends Described {
  readonly kind: 'text';
  readonly default: string;
}
/** A list of numbers, such as layer sizes. */
export interface ListField extends Described {
  readonly kind: 'list';
  readonly default: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  readonly maxLength: number;
}
/** A choice of items of the prepared dataset, see ItemSelection. */
export interface ItemsField extends Described {
  readonly kind: 'items';
  readonly default: ItemSelection;
  /** No item at all is a choice too. */
  readonly mayBeEmpty?: true;
}
/** Another algorithm: a surrogate or student model, a shadow dataset, a query generator. */
export interface ComponentField extends Described {
  readonly kind: 'component';
  readonly of: ComponentFamily;
  readonly default: Component;
  /** Parameters of the component that play no part in this place: forms leave them out, and they stand at their defaults. */
  readonly unread?: readonly string[];
}

export type ComponentFamily = 'dataset' | 'model' | 'attack' | 'defense';
export type Field =
  IntegerField | RealField | ChoiceField | FlagField | TextField | ListField | ItemsField | ComponentField;
export type Schema = Readonly<Record<string, Field>>;

/** `{"id", "params"}`: how a spec names an algorithm. Missing parameters take their defaults. */
export interface Component {
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Which items: by the dataset's own ids, by popularity rank (1 = most popular), or drawn from a popularity stratum. */
export type ItemSelection =
  | { readonly by: 'id'; readonly ids: readonly string[] }
  | { readonly by: 'popularity-rank'; readonly ranks: readonly number[] }
  | { readonly by: 'stratum'; readonly stratum: Stratum; readonly count: number };

/** Strata by percentile of training clicks (Tang et al., section 4.1): above 95, 75-95, 50-75, below 50. */
export type Stratum = 'head' | 'upper-torso' | 'lower-torso' | 'tail';

type Given<F extends Field> = Omit<F, 'kind'>;

export const integer = (field: Given<IntegerField>): IntegerField => ({ kind: 'integer', ...field });
export const real = (field: Given<RealField>): RealField => ({ kind: 'real', ...field });
/** Spelled out, since options cannot be inferred through `Given`. */
export const choice = <Option extends string>(
  field: Described & {
    readonly default: NoInfer<Option>;
    readonly options: { readonly [K in Option]: string };
  },
): ChoiceField<Option> => ({ kind: 'choice', ...field });
export const flag = (field: Given<FlagField>): FlagField => ({ kind: 'flag', ...field });
export const text = (field: Given<TextField>): TextField => ({ kind: 'text', ...field });
export const list = (field: Given<ListField>): ListField => ({ kind: 'list', ...field });
export const items = (field: Given<ItemsField>): ItemsField => ({ kind: 'items', ...field });
export const component = (field: Given<ComponentField>): ComponentField => ({ kind: 'component', ...field });

/** The type of the values a field holds after validation. */
export type ValueOf<F extends Field> =
  F extends ChoiceField<infer Option>
    ? Option
    : F extends IntegerField | RealField
      ? number
      : F extends FlagField
        ? boolean
        : F extends TextField
          ? string
          : F extends ListField
            ? readonly number[]
            : F extends ItemsField
              ? ItemSelection
              : Component;

/** Validated parameters of a schema: every key present. */
export type ParametersOf<S extends Schema> = { readonly [Key in keyof S]: ValueOf<S[Key]> };
