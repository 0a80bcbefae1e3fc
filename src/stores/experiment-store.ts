import { createStore, type StoreApi } from 'zustand/vanilla';
import { badInput, LabError } from '../core/errors.ts';
import { setPath } from '../core/params/set-path.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { PlanWarning } from '../core/run/plan-warnings.ts';

/** A spec that runs, or every reason why it does not. */
export type Validation =
  | {
      readonly spec: ExperimentSpec;
      readonly errors?: undefined;
      readonly warnings?: readonly PlanWarning[];
    }
  | { readonly spec?: undefined; readonly errors: readonly LabError[] };

export interface ExperimentDeps {
  readonly validate: (given: unknown) => Validation;
  /** Spec to URL text and back; `unpack` throws a LabError. */
  readonly pack: (spec: ExperimentSpec) => string;
  readonly unpack: (text: string) => unknown;
  readonly initial: ExperimentSpec;
  /** Milliseconds; edits of one path that follow each other within a second are undone together. */
  readonly now?: () => number;
}

/** The spec being edited. An edit may be invalid for a while: `spec` holds it, `valid` the last word on whether it runs. */
export interface ExperimentState {
  readonly spec: ExperimentSpec;
  /** The parsed spec, defaults filled in; null while there are problems. */
  readonly valid: ExperimentSpec | null;
  readonly problems: readonly LabError[];
  /** What a spec that runs says to no effect. */
  readonly warnings: readonly PlanWarning[];
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
  /** Takes a spec from outside (preset, file, URL), undoably. One that does not run leaves the old one and is told in `problems`. */
  load(given: unknown): void;
  loadPacked(text: string): void;
  /** The spec as URL text. */
  packed(): string;
  markClean(): void;
}

export type ExperimentStore = StoreApi<ExperimentState>;

/** Undo goes back this many edits. */
const historyLength = 100;
const joinMilliseconds = 1000;
const noEdit = { path: '', at: Number.NEGATIVE_INFINITY };

export function createExperimentStore(deps: ExperimentDeps): ExperimentStore {
  const { validate, pack, unpack, initial, now = () => performance.now() } = deps;
  let past: readonly ExperimentSpec[] = [];
  let future: readonly ExperimentSpec[] = [];
  let clean = initial;
  let lastEdit = noEdit;

  return createStore<ExperimentState>()((set, get) => {
    const judged = (spec: ExperimentSpec) => {
      const judgement = validate(spec);
      if (judgement.spec === undefined)
        return { spec, valid: null, problems: judgement.errors, warnings: [] };
      return { spec, valid: judgement.spec, problems: [], warnings: judgement.warnings ?? [] };
    };
    const show = (spec: ExperimentSpec) =>
      set({
        ...judged(spec),
        dirty: spec !== clean,
        canUndo: past.length > 0,
        canRedo: future.length > 0,
      });
    const record = () => {
      past = [...past, get().spec].slice(-historyLength);
      future = [];
    };
    const refuse = (thrown: unknown, path: string) => {
      const error = thrown instanceof LabError ? thrown : badInput(path, String(thrown));
      set({ problems: [error] });
    };

    return {
      ...judged(initial),
      dirty: false,
      canUndo: false,
      canRedo: false,
      edit: (spec) => {
        record();
        lastEdit = noEdit;
        show(spec);
      },
      setParam: (path, value) => {
        try {
          const spec = setPath(get().spec, path, value);
          const isSameEdit = lastEdit.path === path && now() - lastEdit.at < joinMilliseconds;
          if (!isSameEdit) record();
          lastEdit = { path, at: now() };
          show(spec);
        } catch (error) {
          refuse(error, path);
        }
      },
      undo: () => {
        const before = past.at(-1);
        if (before === undefined) return;
        future = [get().spec, ...future];
        past = past.slice(0, -1);
        lastEdit = noEdit;
        show(before);
      },
      redo: () => {
        const [after, ...rest] = future;
        if (after === undefined) return;
        past = [...past, get().spec];
        future = rest;
        lastEdit = noEdit;
        show(after);
      },
      load: (given) => {
        const { spec, errors } = validate(given);
        if (spec === undefined) {
          set({ problems: errors });
          return;
        }
        record();
        clean = spec;
        show(spec);
      },
      loadPacked: (text) => {
        let given: unknown;
        try {
          given = unpack(text);
        } catch (error) {
          return refuse(error, 'url');
        }
        get().load(given);
      },
      packed: () => pack(get().valid ?? get().spec),
      markClean: () => {
        clean = get().spec;
        set({ dirty: false });
      },
    };
  });
}
