import { afterEach, expect, test } from 'vitest';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import { createBrowserLab } from '../lab/browser-lab.ts';
import { createLab } from '../lab/create-lab.ts';
import type { Job, Lab, Notice } from '../lab/job.ts';
import { plainSpec } from '../testing/fake-runner.ts';

const wrmf = { id: 'wrmf', params: { embeddingSize: 4, epochs: 20 } };
/** A toy that takes about a second. */
const toy: ExperimentSpec = {
  ...plainSpec,
  dataset: { id: 'low-rank', params: { users: 120, heldBackUsers: 10, items: 60 } },
  victim: wrmf,
  attack: {
    id: 'unrolled-injection',
    params: {
      surrogate: wrmf,
      targetItems: { by: 'popularity-rank', ranks: [30] },
      fakeUserCount: 6,
      unrollSteps: 20,
      outerSteps: 4,
    },
  },
};
/** The same for minutes. */
const long: ExperimentSpec = {
  ...toy,
  attack: { id: 'unrolled-injection', params: { ...toy.attack?.params, outerSteps: 2000 } },
};

let lab: Lab | undefined;
afterEach(() => lab?.dispose());

const fresh = (spec: ExperimentSpec): ExperimentSpec => ({
  ...spec,
  seed: Math.floor(Math.random() * 4294967295), // no stage of an earlier test in the cache
});

const isMatrix = (event: RunEvent) => event.kind === 'view' && event.content.view === 'matrix';

async function until(job: Job, found: (event: RunEvent) => boolean): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of job) {
    events.push(event);
    if (found(event)) break;
  }
  return events;
}

/** Reads on in the background; resolves at the first point. */
function firstPoint(job: Job): Promise<void> {
  return new Promise((resolve) => {
    void (async () => {
      for await (const event of job) if (event.kind === 'point') resolve();
    })();
  });
}

test('the worker trains, attacks and measures on wasm, and again from its cache', async () => {
  lab = createBrowserLab();
  const notices: Notice[] = [];
  lab.subscribe((notice) => notices.push(notice));
  const spec = fresh(toy);
  const job = lab.run(spec, { backend: 'wasm' });
  const events: RunEvent[] = [];
  for await (const event of job) events.push(event);
  const result = await job.result;
  expect(result.environment.backend).toBe('wasm');
  expect(Object.keys(result.cells[0]?.phases ?? {})).toEqual(expect.arrayContaining(['clean', 'attacked']));
  expect(events.filter((event) => event.kind === 'point').length).toBeGreaterThan(4);
  expect(events.some((event) => event.kind === 'prepared')).toBe(true);
  expect(notices[0]).toMatchObject({ type: 'backend', report: { name: 'wasm', choice: 'wasm' } });
  expect(notices[0]?.type === 'backend' && notices[0].report.reason).not.toContain('isolated');

  lab.dispose(); // a new worker: only IndexedDB remembers
  const again = await lab.run(spec, { backend: 'wasm' }).result;
  expect(again.cells[0]?.phases).toEqual(result.cells[0]?.phases);
  expect(again.cells[0]?.series).toEqual(result.cells[0]?.series);
  expect(again.fingerprint).toBe(result.fingerprint);
  expect(notices.at(-1)).toMatchObject({ report: { selfTest: { cached: true } } });
});

test('a run in the worker pauses, steps and is cancelled within 200 ms', async () => {
  lab = createBrowserLab();
  let pauses = 0;
  lab.subscribe(({ type }) => type === 'paused' && pauses++);
  const job = lab.run(fresh(long), { backend: 'wasm', pauseAfter: 'outer' });
  const reading = until(job, () => false);
  await expect.poll(() => pauses, { timeout: 60000 }).toBe(1);
  job.step('outer');
  await expect.poll(() => pauses, { timeout: 20000 }).toBe(2);
  job.resume();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = performance.now();
  job.cancel();
  await expect(job.result).rejects.toMatchObject({ code: 'cancelled' });
  expect(performance.now() - asked).toBeLessThan(200);
  await reading;
});

test('views come with their arrays while watched, and are not computed otherwise', async () => {
  lab = createBrowserLab();
  const spec = fresh(toy);
  const unwatched = await until(lab.run(spec, { backend: 'wasm' }), () => false);
  expect(unwatched.filter(isMatrix)).toEqual([]);
  lab.watch({ matrix: 0 });
  const events = await until(lab.run(fresh(toy), { backend: 'wasm' }), isMatrix);
  const view = events.at(-1);
  const values = view?.kind === 'view' && view.content.view === 'matrix' ? view.content.values : [];
  expect(values.some((value) => value !== 0)).toBe(true);
});

test('bad input comes back with its path', async () => {
  lab = createBrowserLab();
  const spec = { ...toy, victim: { id: 'wrmf', params: { epochs: -1 } } };
  await expect(lab.run(spec, { backend: 'cpu' }).result).rejects.toMatchObject({
    code: 'bad-input',
    path: 'victim.params.epochs',
  });
});

test('auto takes wasm here, says why, and never a software adapter', async () => {
  lab = createBrowserLab();
  const report = await lab.trial(fresh(toy), 'auto');
  expect(report).toMatchObject({ name: 'wasm', choice: 'auto' });
  expect(report.reason).toContain('software');
});

test('the main thread has no task over 50 ms of ours while the worker trains', async () => {
  lab = createBrowserLab();
  const job = lab.run(fresh(long), { backend: 'wasm' });
  await firstPoint(job);
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map((entry) => entry.duration)),
  );
  observer.observe({ type: 'longtask' });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  observer.disconnect();
  job.cancel();
  await expect(job.result).rejects.toMatchObject({ code: 'cancelled' });
  expect(longTasks).toEqual([]);
});

test('a device lost in mid-run is told, and the run goes on to its end', async () => {
  let worker: Worker | undefined;
  const notices: Notice[] = [];
  lab = createLab({
    spawn: () =>
      (worker = new Worker(new URL('../testing/losable.worker.ts', import.meta.url), { type: 'module' })),
    base: document.baseURI,
  });
  lab.subscribe((notice) => notices.push(notice));
  const tiny = { id: 'wrmf', params: { embeddingSize: 4, epochs: 4 } };
  const attack = { ...toy.attack?.params, surrogate: tiny, unrollSteps: 4, outerSteps: 1 };
  const spec = { ...toy, victim: tiny, attack: { id: 'unrolled-injection', params: attack } };
  const job = lab.run(fresh(spec), { backend: 'webgpu' });
  let isLost = false;
  for await (const event of job) {
    if (isLost || event.kind !== 'progress' || event.progress.level !== 'inner') continue;
    isLost = true;
    worker?.postMessage('lose-device');
  }
  const result = await job.result;
  expect(notices.filter((notice) => notice.type === 'lost')).toHaveLength(1);
  expect(notices.findLast((notice) => notice.type === 'backend')).toMatchObject({
    report: { name: 'webgpu' },
  });
  expect(result.cells).toHaveLength(1);
});
