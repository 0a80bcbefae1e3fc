import { cancelled, isLabError, LabError } from '../core/errors.ts';
import type { ExperimentEstimate } from '../core/run/estimate-cost.ts';
import type { BackendReport } from '../protocol/backend-report.ts';
import { isFromWorker } from '../protocol/guards.ts';
import type { FromWorker, ToWorker } from '../protocol/messages.ts';
import { fromWire } from '../protocol/wire-error.ts';
import { createJob, type OpenJob } from './create-job.ts';
import type { Lab, Notice } from './job.ts';
import { connect, type Connection, type WorkerLike } from './connection.ts';

/** A cancel that is not answered within this time ends the worker. */
const cancelMilliseconds = 2000;

export interface LabDeps {
  /** Starts a worker; called again when one had to be ended. */
  readonly spawn: () => WorkerLike;
  /** Address that bundled data is relative to. */
  readonly base: string;
}

type Answer = Extract<FromWorker, { type: 'backend' | 'estimate' }>;

interface Request {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: LabError) => void;
}

/** The client of the engine. The worker starts with the first job or request. */
export function createLab({ spawn, base }: LabDeps): Lab {
  let connection: Connection | undefined;
  let current: OpenJob | undefined;
  let watched: ToWorker = { type: 'watch', views: {}, mapMethod: 'pca', followedUser: null };
  let lastId = 0;
  const open = new Map<number, OpenJob & { readonly start: ToWorker }>();
  const requests = new Map<number, Request>();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const listeners = new Set<(notice: Notice) => void>();

  const notify = (notice: Notice) => listeners.forEach((listener) => listener(notice));
  const send = (message: ToWorker) => connected().send(message);
  const connected = (): Connection => {
    if (connection) return connection;
    connection = connect(spawn(), receive, crashed);
    connection.send(watched);
    return connection;
  };
  /** Ends the worker and with it every job and request, except the jobs to keep: those start again in a new one. */
  const drop = (error: LabError, keeps: (job: number) => boolean = () => false) => {
    connection?.end();
    connection = undefined;
    for (const [job, held] of open) {
      if (keeps(job)) send(held.start);
      else settle(job, () => held.fail(error));
    }
    for (const waiting of requests.values()) waiting.reject(error);
    requests.clear();
  };
  function crashed(message: string) {
    drop(new LabError('internal', `The computing part of the page crashed: ${message}`));
    notify({ type: 'respawned', reason: `The worker crashed: ${message}` });
  }
  function settle(job: number, ending: () => void) {
    clearTimeout(timers.get(job));
    timers.delete(job);
    open.delete(job);
    ending();
  }
  const cancel = (job: number) => {
    send({ type: 'cancel', job });
    const timer = setTimeout(() => {
      drop(cancelled(), (other) => other > job);
      notify({ type: 'respawned', reason: 'The worker did not answer a cancel within 2 seconds.' });
    }, cancelMilliseconds);
    timers.set(job, timer);
  };

  function receive(data: unknown) {
    if (isFromWorker(data)) handle(data);
  }
  function handle(message: FromWorker) {
    if (message.type === 'refused') {
      requests.get(message.request)?.reject(fromWire(message.error));
      requests.delete(message.request);
      return;
    }
    if (message.type === 'backend' || message.type === 'estimate') {
      if (message.request !== null) {
        requests.get(message.request)?.resolve(message);
        requests.delete(message.request);
      }
      if (message.type === 'estimate') return;
      return notify({ type: 'backend', job: message.job, report: message.report });
    }
    const held = open.get(message.job);
    if (!held) return; // a late word of a job that is over
    switch (message.type) {
      case 'progress':
        return held.receive(message.events);
      case 'paused':
      case 'lost':
        return notify(message);
      case 'done':
        return settle(message.job, () => held.finish(message.result));
      case 'cancelled':
        return settle(message.job, () => held.fail(cancelled()));
      case 'failed': {
        const error = fromWire(message.error);
        settle(message.job, () => held.fail(error));
        // A WebAssembly heap never shrinks: only a new worker has room again.
        if (isLabError(error, 'out-of-memory')) drop(error);
      }
    }
  }
  const request = (message: (id: number) => ToWorker) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++lastId;
      requests.set(id, { resolve, reject });
      send(message(id));
    });

  return {
    run: (spec, { backend = 'auto', files = {}, pauseAfter = null } = {}) => {
      current?.job.cancel();
      const id = ++lastId;
      const start: ToWorker = {
        type: 'run',
        job: id,
        spec,
        backend,
        sources: { base, files },
        pauseAfter,
      };
      current = createJob(id, send, () => cancel(id));
      open.set(id, Object.assign(current, { start }));
      send(start);
      return current.job;
    },
    environment: async (choice) =>
      reportOf(await request((id) => ({ type: 'environment', request: id, choice }))),
    trial: async (spec, choice, files = {}) =>
      reportOf(
        await request((id) => ({ type: 'trial', request: id, choice, spec, sources: { base, files } })),
      ),
    estimate: async (spec, choice, files = {}) =>
      estimateOf(
        await request((id) => ({ type: 'estimate', request: id, choice, spec, sources: { base, files } })),
      ),
    watch: (views, { mapMethod = 'pca', followedUser = null } = {}) => {
      watched = { type: 'watch', views, mapMethod, followedUser };
      connection?.send(watched);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => drop(cancelled()),
  };
}

function reportOf(answer: Answer): BackendReport {
  if (answer.type !== 'backend')
    throw new LabError('internal', `an answer of type ${answer.type} to a backend request`);
  return answer.report;
}

function estimateOf(answer: Answer): ExperimentEstimate {
  if (answer.type !== 'estimate')
    throw new LabError('internal', `an answer of type ${answer.type} to an estimate request`);
  return answer.estimate;
}
