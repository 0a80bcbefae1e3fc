import { expect, test, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import type { StageValue } from '../core/run/host.ts';
import type { FromWorker, RunMessage } from '../protocol/messages.ts';
import { createFakeBackend, type FakeBackend } from '../testing/fake-machine.ts';
import {
  endlessRunner,
  plainSpec,
  progressEvent,
  resultOf,
  steppingRunner,
  viewEvent,
} from '../testing/fake-runner.ts';
import type { Runner } from './attempt-run.ts';
import { createEngine } from './engine.ts';
import { createMachine } from './machine.ts';

function setUp(runner: Runner) {
  const sent: FromWorker[] = [];
  const opened: FakeBackend[] = [];
  const machine = createMachine({
    open: async (choice) => {
      const backend = createFakeBackend(choice === 'auto' ? 'cpu' : choice);
      opened.push(backend);
      return backend;
    },
    verify: async () => ({ failures: [], cached: false, seconds: 0 }),
    versions: {},
  });
  const stages = new Map<string, StageValue>();
  const handle = createEngine({
    post: (message) => sent.push(message),
    runner: async () => runner,
    estimator: async () => async () => ({ seconds: 90, bytes: 4e6, cells: 2 }),
    machine,
    cache: { get: async (key) => stages.get(key), set: async (key, value) => void stages.set(key, value) },
    now: () => performance.now(),
    tensorBytes: () => 0,
  });
  const ends = (job: number) =>
    sent.filter((m) => 'job' in m && m.job === job && ['done', 'failed', 'cancelled'].includes(m.type));
  const until = (condition: () => boolean) =>
    vi.waitFor(() => expect(condition()).toBe(true), { timeout: 5000, interval: 5 });
  return { sent, opened, handle, ends, until };
}

const run = (job: number, more: Partial<RunMessage> = {}): RunMessage => ({
  type: 'run',
  job,
  spec: plainSpec,
  backend: 'cpu',
  sources: { base: 'http://localhost/', files: {} },
  pauseAfter: null,
  ...more,
});
const eventsOf = (sent: readonly FromWorker[], job: number) =>
  sent.flatMap((m) => (m.type === 'progress' && m.job === job ? m.events : []));

test('a job tells its backend, its events and exactly one end', async () => {
  const { sent, handle, ends, until } = setUp(steppingRunner(3, 2));
  handle(run(1));
  await until(() => ends(1).length > 0);
  expect(sent[0]).toMatchObject({ type: 'backend', job: 1, report: { name: 'cpu' } });
  expect(eventsOf(sent, 1).filter((e) => e.kind === 'point')).toHaveLength(3);
  expect(sent.at(-1)).toMatchObject({ type: 'done', job: 1, result: { environment: { backend: 'cpu' } } });
  expect(ends(1)).toHaveLength(1);
});

test('unknown messages do nothing', () => {
  const { sent, handle } = setUp(endlessRunner);
  handle({ type: 'explode' });
  handle(null);
  handle({ type: 'pause', job: 7 });
  expect(sent).toEqual([]);
});

test('an endless job sends at most 20 batches a second and is cancelled within 100 ms', async () => {
  const { sent, handle, ends, until } = setUp(endlessRunner);
  handle(run(1));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const batches = sent.filter((m) => m.type === 'progress').length;
  expect(batches).toBeGreaterThan(5);
  expect(batches).toBeLessThanOrEqual(21);
  const asked = performance.now();
  handle({ type: 'cancel', job: 1 });
  await until(() => ends(1).length > 0);
  expect(performance.now() - asked).toBeLessThan(100);
  expect(ends(1)).toEqual([{ type: 'cancelled', job: 1 }]);
});

test('a paused job stands still until it is resumed', async () => {
  const { sent, handle, ends, until } = setUp(endlessRunner);
  handle(run(1));
  await until(() => eventsOf(sent, 1).length > 0);
  handle({ type: 'pause', job: 1 });
  await until(() => sent.at(-1)?.type === 'paused');
  const seen = sent.length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(sent.length).toBe(seen);
  handle({ type: 'resume', job: 1 });
  await until(() => sent.length > seen);
  handle({ type: 'cancel', job: 1 });
  await until(() => ends(1).length === 1);
});

test('steps stop at the next report of their level', async () => {
  const { sent, handle, ends, until } = setUp(steppingRunner(3, 4));
  const pauses = () => sent.filter((m) => m.type === 'paused').length;
  const latest = () => eventsOf(sent, 1).findLast((e) => e.kind === 'progress');
  handle(run(1, { pauseAfter: 'inner' }));
  await until(() => pauses() === 1);
  expect(latest()).toMatchObject({ progress: { level: 'inner', done: 1 } });
  handle({ type: 'step', job: 1, granularity: 'inner' });
  await until(() => pauses() === 2);
  expect(latest()).toMatchObject({ progress: { level: 'inner', done: 2 } });
  handle({ type: 'step', job: 1, granularity: 'outer' });
  await until(() => pauses() === 3);
  expect(latest()).toMatchObject({ progress: { level: 'outer', done: 1 } });
  handle({ type: 'step', job: 1, granularity: 'stage' });
  await until(() => pauses() === 4);
  expect(latest()).toMatchObject({ progress: { level: 'stage' } });
  handle({ type: 'resume', job: 1 });
  await until(() => ends(1).length === 1);
  expect(ends(1)[0]?.type).toBe('done');
});

test('a held job can be cancelled', async () => {
  const { sent, handle, ends, until } = setUp(endlessRunner);
  handle(run(1, { pauseAfter: 'inner' }));
  await until(() => sent.at(-1)?.type === 'paused');
  handle({ type: 'cancel', job: 1 });
  await until(() => ends(1).length === 1);
  expect(ends(1)[0]?.type).toBe('cancelled');
});

test('a new job cancels those before it, also one that has not begun', async () => {
  const { handle, ends, until, sent } = setUp(steppingRunner(50, 50));
  handle(run(1));
  handle(run(2));
  handle(run(3));
  await until(() => ends(3).length > 0);
  expect([ends(1), ends(2), ends(3)].map((e) => e.map((m) => m.type))).toEqual([
    ['cancelled'],
    ['cancelled'],
    ['done'],
  ]);
  const firstOfThree = sent.findIndex((m) => 'job' in m && m.job === 3);
  expect(sent.slice(firstOfThree).every((m) => 'job' in m && m.job === 3)).toBe(true);
});

test('a thrown LabError fails the job with its code and path', async () => {
  const { handle, ends, until } = setUp(async function* () {
    yield progressEvent('inner', 1);
    throw new LabError('bad-input', 'attack.params.x: must be y', 'attack.params.x');
  });
  handle(run(1));
  await until(() => ends(1).length > 0);
  expect(ends(1)[0]).toMatchObject({ type: 'failed', error: { code: 'bad-input', path: 'attack.params.x' } });
});

test('a loss that is not finite fails the job and lets the run clean up', async () => {
  let isCleaned = false;
  const { handle, ends, until } = setUp(async function* (spec, host) {
    try {
      yield progressEvent('inner', 7, { 'loss.train': Number.NaN });
      return resultOf(spec, host);
    } finally {
      isCleaned = true;
    }
  });
  handle(run(1));
  await until(() => ends(1).length > 0);
  expect(ends(1)[0]).toMatchObject({ type: 'failed', error: { code: 'not-finite' } });
  expect(ends(1)[0]).toHaveProperty(
    'error.message',
    expect.stringContaining('loss.train of attack at step 7'),
  );
  expect(isCleaned).toBe(true);
});

test('a silent fault of the device fails the job', async () => {
  const { handle, ends, until, opened } = setUp(steppingRunner(2, 2));
  handle({ type: 'environment', request: 1, choice: 'webgpu' });
  await until(() => opened.length === 1);
  (opened[0] as FakeBackend).fault = new LabError('backend', 'WGSL: no such variable');
  handle(run(1, { backend: 'webgpu' }));
  await until(() => ends(1).length > 0);
  expect(ends(1)[0]).toMatchObject({ type: 'failed', error: { code: 'backend' } });
  expect(opened).toHaveLength(1);
});

test('a full heap is told as out of memory', async () => {
  const { handle, ends, until } = setUp(async function* () {
    yield progressEvent('inner', 1);
    throw new RangeError('offset is out of bounds');
  });
  handle(run(1));
  await until(() => ends(1).length > 0);
  expect(ends(1)[0]).toMatchObject({ error: { code: 'out-of-memory' } });
});

test('a lost device is told, opened anew, then replaced by wasm, and finished stages are not redone', async () => {
  let stagesDone = 0;
  let runs = 0;
  const { sent, handle, ends, until, opened } = setUp(async function* (spec, host) {
    runs++;
    const key = `stage ${host.environment.backend}`;
    if ((await host.cache.get(key)) === undefined) {
      stagesDone++;
      await host.cache.set(key, 1);
    }
    yield progressEvent('stage', 1);
    if (host.environment.backend === 'webgpu') await new Promise(() => opened.at(-1)?.lose());
    return resultOf(spec, host);
  });
  handle(run(1, { backend: 'webgpu' }));
  await until(() => ends(1).length > 0);
  expect(sent.filter((m) => m.type === 'lost').map((m) => m.then)).toEqual([
    'The run goes on with webgpu from its last finished stage or checkpoint.',
    'The run goes on with wasm from its last finished stage or checkpoint.',
  ]);
  expect(ends(1)[0]).toMatchObject({ type: 'done', result: { environment: { backend: 'wasm' } } });
  expect({ runs, stagesDone }).toEqual({ runs: 3, stagesDone: 2 });
  expect(opened.map((b) => b.isDisposed)).toEqual([true, true, false]);
});

test('views are asked for only while watched, and their arrays stay with the run', async () => {
  const values = new Float32Array([1, 2]);
  let asked = 0;
  const { sent, handle, ends, until } = setUp(async function* (spec, host) {
    for (let step = 0; step < 5; step++) {
      if (host.watches('matrix')) {
        asked++;
        yield viewEvent({
          view: 'matrix',
          name: 'hypergradient',
          rows: 1,
          columns: 2,
          values,
          rowLabels: ['a'],
          columnLabels: ['b', 'c'],
          scale: 'diverging',
        });
      }
      if (host.watches('points')) asked += 100;
      yield progressEvent('inner', step);
    }
    return resultOf(spec, host);
  });
  handle({ type: 'watch', views: { matrix: 60000 }, mapMethod: 'pca', followedUser: null });
  handle(run(1));
  await until(() => ends(1).length > 0);
  expect(asked).toBe(1);
  const view = eventsOf(sent, 1).find((e) => e.kind === 'view');
  expect(view).toMatchObject({ content: { values } });
  expect(view?.kind === 'view' && view.content.view === 'matrix' && view.content.values).not.toBe(values);
});

test('an environment request is answered by number, and keeps the backend for the next job', async () => {
  const { sent, handle, ends, until, opened } = setUp(steppingRunner(1, 1));
  handle({ type: 'environment', request: 5, choice: 'wasm' });
  handle(run(1, { backend: 'wasm' }));
  await until(() => ends(1).length > 0);
  expect(sent[0]).toMatchObject({ type: 'backend', job: null, request: 5, report: { name: 'wasm' } });
  expect(opened).toHaveLength(1);
});

test('an estimate opens the backend that a run would take, and is answered by number', async () => {
  const { sent, handle, until, opened } = setUp(steppingRunner(1, 1));
  const sources = { base: 'http://localhost/', files: {} };
  handle({ type: 'estimate', request: 7, choice: 'wasm', spec: plainSpec, sources });
  await until(() => sent.length > 0);
  expect(sent[0]).toEqual({ type: 'estimate', request: 7, estimate: { seconds: 90, bytes: 4e6, cells: 2 } });
  expect(opened).toHaveLength(1);
});
