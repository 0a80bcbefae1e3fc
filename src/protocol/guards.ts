import type { FromWorker, ToWorker } from './messages.ts';

type Check = (value: unknown) => boolean;

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isText: Check = (value) => typeof value === 'string';
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isOneOf =
  (...options: readonly unknown[]): Check =>
  (value) =>
    options.includes(value);
const isOrNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const isChoice = isOneOf('auto', 'webgpu', 'wasm', 'cpu');
const isGranularity = isOneOf('inner', 'outer', 'stage');
const isError: Check = (value) => {
  const error = value as Record<string, unknown>;
  return isObject(value) && isText(error.name) && isText(error.code) && isText(error.message);
};
const isSources: Check = (value) => {
  const sources = value as Record<string, unknown>;
  return isObject(value) && isText(sources.base) && isObject(sources.files);
};
const isWatched: Check = (value) => isObject(value) && Object.values(value as object).every(isCount);

/** Fields of each message by type. A payload of the core (spec, events, result) is looked at no deeper than this. */
const toWorker: Record<ToWorker['type'], Readonly<Record<string, Check>>> = {
  run: {
    job: isCount,
    spec: isObject,
    backend: isChoice,
    sources: isSources,
    pauseAfter: isOrNull(isGranularity),
  },
  step: { job: isCount, granularity: isGranularity },
  pause: { job: isCount },
  resume: { job: isCount },
  cancel: { job: isCount },
  watch: { views: isWatched, mapMethod: isOneOf('pca', 'tsne'), followedUser: isOrNull(isCount) },
  environment: { request: isCount, choice: isChoice },
  trial: { request: isCount, choice: isChoice, spec: isObject, sources: isSources },
  estimate: { request: isCount, choice: isChoice, spec: isObject, sources: isSources },
};

const fromWorker: Record<FromWorker['type'], Readonly<Record<string, Check>>> = {
  progress: { job: isCount, events: Array.isArray },
  paused: { job: isCount },
  lost: { job: isCount, message: isText, then: isText },
  done: { job: isCount, result: isObject },
  failed: { job: isCount, error: isError },
  cancelled: { job: isCount },
  backend: { job: isOrNull(isCount), request: isOrNull(isCount), report: isObject },
  estimate: { request: isCount, estimate: isObject },
  refused: { request: isCount, error: isError },
};

export function isToWorker(value: unknown): value is ToWorker {
  return matches(value, toWorker);
}

export function isFromWorker(value: unknown): value is FromWorker {
  return matches(value, fromWorker);
}

function matches(value: unknown, shapes: Readonly<Record<string, Readonly<Record<string, Check>>>>): boolean {
  if (!isObject(value)) return false;
  const message = value as Record<string, unknown>;
  if (typeof message.type !== 'string' || !Object.hasOwn(shapes, message.type)) return false;
  return Object.entries(shapes[message.type] ?? {}).every(([field, check]) => check(message[field]));
}
