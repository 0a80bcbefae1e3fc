import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult, Phase } from '../core/run/result.ts';
import type { RunStore } from './run-store.ts';

/** One finished run of profiles that a person made. */
export interface Try {
  /** Counted from 1 within this visit. */
  readonly number: number;
  readonly spec: ExperimentSpec;
  readonly fingerprint: string;
  /** Reach of the target by phase, a value a repeat. */
  readonly reach: Readonly<Partial<Record<Phase, readonly (number | null)[]>>>;
}

export interface TriesState {
  readonly tries: readonly Try[];
}
export type TriesStore = StoreApi<TriesState>;

/** The attack whose runs are kept. */
const handMade = 'hand-made';

/** Keeps what the runs of this visit with hand-made profiles have reached. The same result twice in a row is one try. */
export function createTries(runs: Pick<RunStore, 'subscribe'>): TriesStore {
  const store = createStore<TriesState>()(() => ({ tries: [] }));
  runs.subscribe(({ status, result }, before) => {
    if (status !== 'done' || !result || result === before.result) return;
    const [cell] = result.cells;
    if (result.spec.attack?.id !== handMade || result.cells.length !== 1 || !cell) return;
    const { tries } = store.getState();
    if (tries.at(-1)?.fingerprint === result.fingerprint) return;
    const { spec, fingerprint } = result;
    const made: Try = { number: tries.length + 1, spec, fingerprint, reach: reachOf(spec, cell) };
    store.setState({ tries: [...tries, made] });
  });
  return store;
}

function reachOf(
  { evaluation }: ExperimentSpec,
  { phases }: ExperimentResult['cells'][number],
): Try['reach'] {
  const metric = `target.hr@${evaluation.cutoffs[0]}`;
  return Object.fromEntries(
    Object.entries(phases).flatMap(([phase, metrics]) => {
      const measured = metrics[metric];
      return measured ? [[phase, measured.values]] : [];
    }),
  );
}
