import { cancelled, isLabError } from '../core/errors.ts';
import type { ExperimentEstimate } from '../core/run/estimate-cost.ts';
import type { RunHost, StageCache } from '../core/run/host.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import { isToWorker } from '../protocol/guards.ts';
import type { FromWorker, RunMessage, ToWorker } from '../protocol/messages.ts';
import { toWire } from '../protocol/wire-error.ts';
import { attemptRun, type Runner } from './attempt-run.ts';
import { createDataSource } from './data-source.ts';
import { detachViews } from './detach.ts';
import { explainError } from './explain-error.ts';
import { createJobControl, type JobControl } from './job-control.ts';
import type { Machine, Running } from './machine.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createRunHost } from './run-host.ts';
import { createTrial, trialKey } from './trial.ts';
import { createWatchList } from './watch-list.ts';

/** What a whole experiment would take, from a short trial on the backend that is current. */
export type Estimator = (spec: ExperimentSpec, host: RunHost) => Promise<ExperimentEstimate>;

/** Everything around the engine that a test exchanges. */
export interface EngineDeps {
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
  readonly runner: () => Promise<Runner>;
  readonly estimator: () => Promise<Estimator>;
  readonly machine: Machine;
  readonly cache: StageCache;
  readonly now: () => number;
  readonly tensorBytes: () => number;
}

/** A job that loses its device more often than this fails. */
const mostLosses = 3;
/** A trial keeps nothing: what it makes belongs to no backend yet. */
const noCache: StageCache = { get: async () => undefined, set: async () => undefined };
const trialEnvironment = { backend: 'trial', adapter: '', threads: 1, versions: {} };

/** Takes messages of the page and runs one job after the other. A new job cancels those before it. */
export function createEngine(deps: EngineDeps): (message: unknown) => void {
  const { machine, cache, now, tensorBytes } = deps;
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []) => deps.post(message, transfer);
  const controls = new Map<number, JobControl>();
  const watchList = createWatchList(now);
  let queue: Promise<void> = Promise.resolve();

  const open = async (
    { spec, sources }: Pick<RunMessage, 'spec' | 'sources'>,
    choice: RunMessage['backend'],
    control: JobControl,
  ): Promise<Running> => {
    if (choice !== 'auto') return machine.acquire(choice, '');
    const runner = await deps.runner();
    return machine.acquire(
      choice,
      trialKey(spec),
      createTrial(() => runner(spec, trialHost(sources, control))),
    );
  };

  /** A host whose work leaves nothing behind. */
  const trialHost = (sources: RunMessage['sources'], control: JobControl): RunHost =>
    createRunHost({
      source: createDataSource(sources),
      cache: noCache,
      environment: trialEnvironment,
      control,
      isAbandoned: () => false,
      now,
      tensorBytes,
      watches: () => false,
      choices: () => watchList.choices,
      onBreath: () => undefined,
    });

  const runJob = async (
    message: RunMessage,
    control: JobControl,
    outbox: Outbox,
  ): Promise<ExperimentResult> => {
    const { job, spec, sources } = message;
    if (control.signal.aborted) throw cancelled();
    const runner = await deps.runner();
    let running = await open(message, message.backend, control);
    for (let losses = 1; ; losses++) {
      const { report } = running;
      post({ type: 'backend', job, request: null, report });
      const hostOf = (isAbandoned: () => boolean): RunHost =>
        createRunHost({
          source: createDataSource(sources),
          cache,
          environment: {
            backend: report.name,
            adapter: report.adapter,
            threads: report.threads,
            versions: report.versions,
          },
          control,
          isAbandoned,
          now,
          tensorBytes,
          watches: watchList.isDue,
          choices: () => watchList.choices,
          onBreath: outbox.flushIfDue,
        });
      try {
        return await attemptRun(runner, spec, { running, control, outbox, now, host: hostOf });
      } catch (error) {
        if (!isLabError(error, 'device-lost') || losses > mostLosses) throw error;
        running = await machine.recover(running, losses);
        const then = `The run goes on with ${running.report.name} from its last finished stage or checkpoint.`;
        post({ type: 'lost', job, message: error.message, then });
      }
    }
  };

  const begin = (message: RunMessage) => {
    const { job } = message;
    for (const earlier of controls.values()) earlier.cancel();
    const outbox = createOutbox(
      (events) => {
        const { value, transfer } = detachViews(events);
        post({ type: 'progress', job, events: value }, transfer);
      },
      now,
      watchList.nextRound,
    );
    const control = createJobControl(now, () => {
      outbox.flush();
      post({ type: 'paused', job });
    });
    if (message.pauseAfter !== null) control.step(message.pauseAfter);
    controls.set(job, control);
    queue = queue.then(async () => {
      try {
        const result = await runJob(message, control, outbox);
        post({ type: 'done', job, result });
      } catch (error) {
        outbox.flush();
        if (control.signal.aborted) post({ type: 'cancelled', job });
        else post({ type: 'failed', job, error: toWire(explainError(error)) });
      }
      controls.delete(job);
    });
  };

  const answer = (request: number, asked: () => Promise<FromWorker>) => {
    queue = queue.then(async () => {
      try {
        post(await asked());
      } catch (error) {
        post({ type: 'refused', request, error: toWire(explainError(error)) });
      }
    });
  };

  const handle = (message: ToWorker): void => {
    switch (message.type) {
      case 'run':
        return begin(message);
      case 'step':
        return controls.get(message.job)?.step(message.granularity);
      case 'pause':
      case 'resume':
      case 'cancel':
        return controls.get(message.job)?.[message.type]();
      case 'watch':
        return watchList.set(message.views, message);
      case 'environment':
        return answer(message.request, async () =>
          reported(message.request, await machine.acquire(message.choice, '')),
        );
      case 'trial':
        return answer(message.request, async () => {
          const control = createJobControl(now, () => undefined);
          return reported(message.request, await open(message, message.choice, control));
        });
      case 'estimate':
        return answer(message.request, async () => {
          const control = createJobControl(now, () => undefined);
          await open(message, message.choice, control);
          const estimator = await deps.estimator();
          const estimate = await estimator(message.spec, trialHost(message.sources, control));
          return { type: 'estimate', request: message.request, estimate };
        });
    }
  };
  return (message) => {
    if (isToWorker(message)) handle(message);
  };
}

function reported(request: number, { report }: Running): FromWorker {
  return { type: 'backend', job: null, request, report };
}
