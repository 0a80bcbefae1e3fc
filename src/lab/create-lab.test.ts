import { afterEach, expect, test, vi } from 'vitest';
import { LabError } from '../core/errors.ts';
import type { ToWorker } from '../protocol/messages.ts';
import { endlessRunner, plainSpec, pointEvent, steppingRunner } from '../testing/fake-runner.ts';
import { createInProcessLab } from '../testing/in-process-lab.ts';
import type { WorkerLike } from './connection.ts';
import { createLab } from './create-lab.ts';
import type { Notice } from './job.ts';

afterEach(() => vi.useRealTimers());

/** Workers that say what the test says. */
function setUp() {
  const workers: { sent: ToWorker[]; say(type: string, event: object): void; isTerminated: boolean }[] = [];
  const notices: Notice[] = [];
  const spawn = (): WorkerLike => {
    const listeners: [string, (event: Event) => void][] = [];
    const worker = {
      sent: [] as ToWorker[],
      say: (type: string, event: object) =>
        listeners.filter(([of]) => of === type).forEach(([, listener]) => listener(event as Event)),
      isTerminated: false,
    };
    workers.push(worker);
    return {
      postMessage: (message) => worker.sent.push(message as ToWorker),
      addEventListener: (type, listener) => listeners.push([type, listener]),
      terminate: () => {
        worker.isTerminated = true;
      },
    };
  };
  const lab = createLab({ spawn, base: 'http://localhost/' });
  lab.subscribe((notice) => notices.push(notice));
  const say = (data: object, at = workers.length - 1) => workers[at]?.say('message', { data });
  return { lab, workers, notices, say };
}

test('a run gives its events in order and its result', async () => {
  const job = createInProcessLab(steppingRunner(3, 1)).run(plainSpec, { backend: 'cpu' });
  const points: number[] = [];
  for await (const event of job) if (event.kind === 'point') points.push(event.x);
  expect(points).toEqual([1, 2, 3]);
  expect((await job.result).fingerprint).toBe('fake');
});

test('leaving the iteration cancels the run', async () => {
  const job = createInProcessLab(endlessRunner).run(plainSpec, { backend: 'cpu' });
  for await (const event of job) if (event.kind === 'point') break;
  await expect(job.result).rejects.toMatchObject({ code: 'cancelled' });
});

test('a started run can be paused, stepped and resumed', async () => {
  const lab = createInProcessLab(steppingRunner(2, 2));
  let pauses = 0;
  lab.subscribe((notice) => {
    if (notice.type !== 'paused') return;
    pauses++;
    if (pauses === 1) job.step('outer');
    else job.resume();
  });
  const job = lab.run(plainSpec, { backend: 'cpu', pauseAfter: 'inner' });
  await job.result;
  expect(pauses).toBe(2);
});

test('starting a run cancels the one before', async () => {
  const lab = createInProcessLab(endlessRunner);
  const first = lab.run(plainSpec, { backend: 'cpu' });
  const second = lab.run(plainSpec, { backend: 'cpu' });
  await expect(first.result).rejects.toMatchObject({ code: 'cancelled' });
  second.cancel();
  await expect(second.result).rejects.toMatchObject({ code: 'cancelled' });
});

test('a failure arrives with code and path', async () => {
  const { lab, say } = setUp();
  const job = lab.run(plainSpec);
  const error = { name: 'LabError', code: 'bad-input', message: 'a.b: must', path: 'a.b', stack: null };
  say({ type: 'failed', job: job.id, error });
  await expect(job.result).rejects.toMatchObject({ code: 'bad-input', path: 'a.b' });
});

test('late words of a job that is over are dropped', async () => {
  const { lab, say } = setUp();
  const job = lab.run(plainSpec);
  say({ type: 'cancelled', job: job.id });
  say({ type: 'progress', job: job.id, events: [pointEvent('a', 1, 1)] });
  say({ type: 'done', job: job.id, result: {} });
  const seen = [];
  for await (const event of job) seen.push(event);
  expect(seen).toEqual([]);
  await expect(job.result).rejects.toMatchObject({ code: 'cancelled' });
});

test('a cancel ignored for 2 s terminates the worker, and the next run has a new one', async () => {
  vi.useFakeTimers();
  const { lab, workers, notices } = setUp();
  lab.watch({ matrix: 100 }, { mapMethod: 'tsne', followedUser: 4 });
  const job = lab.run(plainSpec);
  job.cancel();
  vi.advanceTimersByTime(1999);
  expect(workers[0]?.isTerminated).toBe(false);
  vi.advanceTimersByTime(1);
  expect(workers[0]?.isTerminated).toBe(true);
  await expect(job.result).rejects.toMatchObject({ code: 'cancelled' });
  expect(notices).toMatchObject([{ type: 'respawned' }]);
  lab.run(plainSpec);
  expect(workers[1]?.sent.map((m) => m.type)).toEqual(['watch', 'run']);
});

test('a run that waits behind an ignored cancel begins in the new worker', async () => {
  vi.useFakeTimers();
  const { lab, workers, say } = setUp();
  const first = lab.run(plainSpec);
  const second = lab.run(plainSpec);
  vi.advanceTimersByTime(2000);
  await expect(first.result).rejects.toMatchObject({ code: 'cancelled' });
  expect(workers[1]?.sent).toContainEqual(expect.objectContaining({ type: 'run', job: second.id }));
  say({ type: 'cancelled', job: second.id });
  await expect(second.result).rejects.toMatchObject({ code: 'cancelled' });
});

test.each(['error', 'messageerror'])('a worker %s ends the job with a sentence', async (type) => {
  const { lab, workers, notices } = setUp();
  const job = lab.run(plainSpec);
  workers[0]?.say(type, { message: 'boom' });
  await expect(job.result).rejects.toMatchObject({ code: 'internal' });
  expect(workers[0]?.isTerminated).toBe(true);
  expect(notices.map((n) => n.type)).toEqual(['respawned']);
});

test('after running out of memory the next run has a new worker', async () => {
  const { lab, workers, say } = setUp();
  const job = lab.run(plainSpec);
  const error = { name: 'LabError', code: 'out-of-memory', message: 'full', path: null, stack: null };
  say({ type: 'failed', job: job.id, error });
  await expect(job.result).rejects.toBeInstanceOf(LabError);
  expect(workers[0]?.isTerminated).toBe(true);
  lab.run(plainSpec);
  expect(workers).toHaveLength(2);
});

test('requests for the environment are answered each by its own number', async () => {
  const { lab, say, workers } = setUp();
  const wasm = lab.environment('wasm');
  const gpu = lab.environment('webgpu');
  const [, first, second] = workers[0]?.sent ?? [];
  const numberOf = (m?: ToWorker) => (m?.type === 'environment' ? m.request : -1);
  const error = { name: 'LabError', code: 'backend', message: 'no adapter', path: null, stack: null };
  say({ type: 'refused', request: numberOf(second), error });
  say({ type: 'backend', job: null, request: numberOf(first), report: { name: 'wasm' } });
  expect((await wasm).name).toBe('wasm');
  await expect(gpu).rejects.toMatchObject({ code: 'backend' });
});
