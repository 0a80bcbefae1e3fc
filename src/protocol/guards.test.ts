import { describe, expect, test } from 'vitest';
import { isFromWorker, isToWorker } from './guards.ts';

const run = {
  type: 'run',
  job: 1,
  spec: {},
  backend: 'auto',
  sources: { base: 'http://x/', files: {} },
  pauseAfter: null,
};

describe('messages to the worker', () => {
  test.each([
    run,
    { ...run, pauseAfter: 'outer' },
    { type: 'step', job: 3, granularity: 'inner' },
    { type: 'cancel', job: 3 },
    { type: 'watch', views: { matrix: 100 }, mapMethod: 'pca', followedUser: null },
    { type: 'watch', views: {}, mapMethod: 'tsne', followedUser: 7 },
    { type: 'environment', request: 0, choice: 'wasm' },
  ])('$type passes', (message) => expect(isToWorker(message)).toBe(true));

  test.each([
    ['no object', 'run'],
    ['nothing', null],
    ['an unknown type', { type: 'explode', job: 1 }],
    ['a type inherited from Object', { type: 'toString' }],
    ['a job that is no count', { type: 'cancel', job: -1 }],
    ['a step of unknown size', { type: 'step', job: 1, granularity: 'epoch' }],
    ['a user that is no count', { type: 'watch', views: {}, mapMethod: 'pca', followedUser: -1 }],
    ['an unknown backend', { ...run, backend: 'webgl' }],
    ['a run without sources', { ...run, sources: undefined }],
    ['a message of the other direction', { type: 'cancelled', job: 1 }],
  ])('%s is rejected', (_what, message) => expect(isToWorker(message)).toBe(false));
});

describe('messages from the worker', () => {
  test.each([
    { type: 'progress', job: 1, events: [] },
    {
      type: 'failed',
      job: 1,
      error: { name: 'Error', code: 'internal', message: '', path: null, stack: null },
    },
    { type: 'backend', job: null, request: 2, report: {} },
  ])('$type passes', (message) => expect(isFromWorker(message)).toBe(true));

  test.each([
    ['progress without events', { type: 'progress', job: 1 }],
    ['a failure without an error', { type: 'failed', job: 1, error: 'boom' }],
    ['an end without a job', { type: 'done', result: {} }],
    ["another library's message", { type: 'vite:ping' }],
  ])('%s is rejected', (_what, message) => expect(isFromWorker(message)).toBe(false));
});
