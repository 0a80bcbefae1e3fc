import type { StoreApi } from 'zustand/vanilla';
import type { LabError } from '../core/errors.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';

/** A spec that runs, or every reason why it does not. */
export type Validation =
  | { readonly spec: ExperimentSpec; readonly errors?: undefined }
  | { readonly spec?: undefined; readonly errors: readonly LabError[] };

export interface ExperimentDeps {
  readonly validate: (given: unknown) => Validation;
  /** Spec to URL text and back; `unpack` throws a LabError. */
  readonly pack: (spec: ExperimentSpec) => string;
  readonly unpack: (text: string) => unknown;
  readonly initial: ExperimentSpec;
}

/** The spec being edited. An edit may be invalid for a while: `spec` holds it, `valid` the last word on whether it runs. */
export interface ExperimentState {
  readonly spec: ExperimentSpec;
  /** The parsed spec, defaults filled in; null while there are problems. */
  readonly valid: ExperimentSpec | null;
  readonly problems: readonly LabError[];
  /** Changed since it was loaded or last run. */
  readonly dirty: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Replaces the whole spec, undoably. */
  edit(spec: ExperimentSpec): void;
  /** Sets one place, as in `attack.params.unrollSteps` or `prepare[0].params.users`, undoably. Edits of one path within a second join. */
  setParam(path: string, value: unknown): void;
  undo(): void;
  redo(): void;
  /** Takes a spec from outside (preset, file, URL). A spec of the wrong shape leaves the old one and is told in `problems`. */
  load(given: unknown): void;
  loadPacked(text: string): void;
  /** The spec as URL text. */
  packed(): string;
  markClean(): void;
}

export type ExperimentStore = StoreApi<ExperimentState>;

export declare function createExperimentStore(deps: ExperimentDeps): ExperimentStore;
