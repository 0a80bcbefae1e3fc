import { createStore, type StoreApi } from 'zustand/vanilla';
import { LabError } from '../core/errors.ts';
import type { ExperimentEstimate } from '../core/run/estimate-cost.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { Granularity, Job, Lab, RunOptions, ViewChoices, Watched } from '../lab/job.ts';
import type { InterruptedRuns } from './interrupted-run.ts';
import { liveOfResult } from './live-of-result.ts';
import type { LiveRun } from './live-run.ts';
import { emptyRun, reduceRunEvents } from './reduce-run-events.ts';

export type RunStatus = 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

export interface RunState {
  readonly status: RunStatus;
  /** The spec that runs or ran last. */
  readonly spec: ExperimentSpec | null;
  readonly live: LiveRun;
  readonly result: ExperimentResult | null;
  readonly error: LabError | null;
  /** What happened to the machine in mid-run, a sentence: device lost, worker replaced. */
  readonly incident: string | null;
  /** A run of an earlier visit that did not end. */
  readonly interrupted: ExperimentSpec | null;
  /**
   * Starts; a run in progress is cancelled first. `keep` leaves what the last run has told on the page until this one, which differs
   * from it by a question alone, tells it again.
   */
  start(spec: ExperimentSpec, options?: RunOptions, keep?: boolean): void;
  pause(): void;
  resume(): void;
  /** One step of the running or paused run. */
  step(granularity: Granularity): void;
  cancel(): void;
  /** Back to idle with nothing shown; cancels. */
  reset(): void;
  /** What the spec would take on this machine, from a short trial; waits for a run in progress. */
  estimate(spec: ExperimentSpec, options?: RunOptions): Promise<ExperimentEstimate>;
  watch(views: Watched, choices?: Partial<ViewChoices>): void;
  /** Shows a finished result (precomputed, or from a file) as if it had just run. */
  show(result: ExperimentResult): void;
  resumeInterrupted(options?: RunOptions): void;
  forgetInterrupted(): void;
}

export type RunStore = StoreApi<RunState>;

/** Least time between two renewals of the state: a page that is behind does not fall further behind. */
const renewMilliseconds = 50;
const blank = { live: emptyRun, result: null, error: null, incident: null };

/** The store of one run at a time. It renews its state once a batch, which is at most about 20 times a second. */
export function createRunStore(lab: Lab, interruptedRuns: InterruptedRuns): RunStore {
  let job: Job | undefined;

  const store = createStore<RunState>()((set, get) => {
    /** Applies a change unless the job has been replaced in the meantime. */
    const during = (of: Job, change: Partial<RunState>) => {
      if (job === of) set(change);
    };
    const end = (of: Job, change: Partial<RunState>) => {
      if (job !== of) return;
      set(change);
      void interruptedRuns.forget();
    };
    const follow = async (of: Job) => {
      for await (const events of of.batches()) {
        const { status, live } = get();
        during(of, {
          live: job === of ? reduceRunEvents(live, events) : live,
          ...(status === 'starting' && { status: 'running' }),
        });
        // What comes while the page draws is drawn together.
        await new Promise((resolve) => setTimeout(resolve, renewMilliseconds));
      }
      try {
        end(of, { status: 'done', result: await of.result });
      } catch (thrown) {
        const error = thrown instanceof LabError ? thrown : new LabError('internal', String(thrown));
        end(of, error.code === 'cancelled' ? { status: 'cancelled' } : { status: 'failed', error });
      }
    };
    const isActive = () => ['starting', 'running', 'paused'].includes(get().status);

    return {
      status: 'idle',
      spec: null,
      interrupted: null,
      ...blank,
      start: (spec, options, keep = false) => {
        job = lab.run(spec, options);
        const live = keep ? { ...get().live, overall: null, progress: null, stages: {} } : emptyRun;
        set({ status: 'starting', spec, interrupted: null, ...blank, live });
        void interruptedRuns.remember(spec);
        void follow(job);
      },
      pause: () => job?.pause(),
      resume: () => {
        if (get().status === 'paused') set({ status: 'running' });
        job?.resume();
      },
      step: (granularity) => {
        if (get().status === 'paused') set({ status: 'running' });
        job?.step(granularity);
      },
      cancel: () => job?.cancel(),
      reset: () => {
        if (isActive()) void interruptedRuns.forget();
        job?.cancel();
        job = undefined;
        set({ status: 'idle', spec: null, ...blank });
      },
      estimate: (spec, { backend = 'auto', files = {} } = {}) => lab.estimate(spec, backend, files),
      watch: (views, choices) => lab.watch(views, choices),
      show: (result) => {
        get().reset();
        set({ status: 'done', spec: result.spec, live: liveOfResult(result), result });
      },
      resumeInterrupted: (options) => {
        const { interrupted, start } = get();
        if (interrupted) start(interrupted, options);
      },
      forgetInterrupted: () => {
        set({ interrupted: null });
        void interruptedRuns.forget();
      },
    };
  });

  lab.subscribe((notice) => {
    if (notice.type === 'respawned') store.setState({ incident: notice.reason });
    if (notice.type === 'backend' || notice.type === 'respawned' || notice.job !== job?.id) return;
    if (notice.type === 'paused') store.setState({ status: 'paused' });
    else store.setState({ incident: `${notice.message.replace(/\.$/, '')}. ${notice.then}` });
  });
  void interruptedRuns.recall().then((interrupted) => {
    if (job === undefined) store.setState({ interrupted });
  });
  return store;
}
