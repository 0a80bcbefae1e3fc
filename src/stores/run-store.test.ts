import { expect, test, vi } from 'vitest';
import { badInput } from '../core/errors.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import { endlessRunner, plainSpec, progressEvent, resultOf, steppingRunner } from '../testing/fake-runner.ts';
import { createInProcessLab } from '../testing/in-process-lab.ts';
import type { Runner } from '../worker/attempt-run.ts';
import { createEnvironmentStore } from './environment-store.ts';
import { createRunStore, type RunStatus } from './run-store.ts';

function setUp(runner: Runner, kept: ExperimentSpec | null = null) {
  const memory = { kept };
  const lab = createInProcessLab(runner);
  const store = createRunStore(lab, {
    remember: async (spec) => void (memory.kept = spec),
    forget: async () => void (memory.kept = null),
    recall: async () => memory.kept,
  });
  const seen: RunStatus[] = [];
  store.subscribe(({ status }) => {
    if (seen.at(-1) !== status) seen.push(status);
  });
  const becomes = (status: RunStatus) =>
    vi.waitFor(() => expect(store.getState().status).toBe(status), { timeout: 4000, interval: 5 });
  return { lab, memory, seen, becomes, state: () => store.getState() };
}
const cpu = { backend: 'cpu' } as const;

test('a run goes from starting to done with its curves and result', async () => {
  const { state, becomes, seen, memory } = setUp(steppingRunner(3, 2));
  state().start(plainSpec, cpu);
  expect(memory.kept).toBe(plainSpec);
  await becomes('done');
  expect(seen).toEqual(['starting', 'running', 'done']);
  expect(state().live.cells[0]?.series['target.hr@10']?.values).toEqual([[1 / 3, 2 / 3, 1]]);
  expect(state().result?.fingerprint).toBe('fake');
  expect(memory.kept).toBeNull();
});

test('a run pauses after the step asked for, steps on, and resumes', async () => {
  const { state, becomes } = setUp(steppingRunner(2, 2));
  state().start(plainSpec, { ...cpu, pauseAfter: 'inner' });
  await becomes('paused');
  await vi.waitFor(() => expect(state().live.progress).toMatchObject({ level: 'inner', done: 1 }));
  state().step('outer');
  expect(state().status).toBe('running');
  await becomes('paused');
  await vi.waitFor(() => expect(state().live.progress).toMatchObject({ level: 'outer', done: 1 }));
  state().resume();
  await becomes('done');
});

test('a cancelled run keeps what it had shown', async () => {
  const { state, becomes } = setUp(endlessRunner);
  state().start(plainSpec, cpu);
  await becomes('running');
  state().cancel();
  await becomes('cancelled');
  expect(state().live.cells).toHaveLength(1);
  expect(state().error).toBeNull();
});

test('a failed run has its error', async () => {
  const { state, becomes } = setUp(async function* () {
    yield progressEvent('inner', 1);
    throw badInput('attack.params.targetItems', 'must be items', 7);
  });
  state().start(plainSpec, cpu);
  await becomes('failed');
  expect(state().error).toMatchObject({ code: 'bad-input', path: 'attack.params.targetItems' });
});

test('a second start shows nothing of the first', async () => {
  const { state, becomes } = setUp(async function* (spec, host) {
    if (spec.seed === 1) return yield* endlessRunner(spec, host);
    yield progressEvent('inner', 77);
    return resultOf(spec, host);
  });
  state().start(plainSpec, cpu);
  await becomes('running');
  state().start({ ...plainSpec, seed: 2 }, cpu);
  await becomes('done');
  expect(state().live.progress?.done).toBe(77);
  expect(state().live.cells).toEqual([]);
});

test('reset shows nothing and forgets', async () => {
  const { state, becomes, memory } = setUp(endlessRunner);
  state().start(plainSpec, cpu);
  await becomes('running');
  state().reset();
  expect(state()).toMatchObject({ status: 'idle', spec: null, result: null });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(state().status).toBe('idle');
  expect(memory.kept).toBeNull();
});

test('a run that a reload interrupted is offered, resumed or forgotten', async () => {
  const { state, becomes } = setUp(steppingRunner(1, 1), plainSpec);
  await vi.waitFor(() => expect(state().interrupted).toEqual(plainSpec));
  state().resumeInterrupted(cpu);
  expect(state().interrupted).toBeNull();
  await becomes('done');
});

test('the environment follows requests and runs', async () => {
  const { lab, state, becomes } = setUp(steppingRunner(1, 1));
  const environment = createEnvironmentStore(lab, true);
  await environment.getState().probe();
  expect(environment.getState()).toMatchObject({
    probing: false,
    report: { choice: 'auto', name: 'cpu' },
    crossOriginIsolated: true,
  });
  state().start(plainSpec, cpu);
  await becomes('done');
  expect(environment.getState().report?.choice).toBe('cpu');
});

test('a finished result is shown like a run', () => {
  const { state } = setUp(endlessRunner);
  const series = { 'loss.train': { x: [1], label: 'epoch', values: [[0.5]] } };
  const clean = { 'hr@10': { mean: 0.1, std: null, values: [0.1] } };
  const cell = {
    at: {},
    seeds: [],
    phases: { clean },
    series,
    timing: {},
    memory: { peakTensorBytes: 0 },
    notes: [],
  };
  const environment = { backend: 'cpu', adapter: '', threads: 1, versions: {} };
  const result = { ...resultOf(plainSpec, { environment } as never), cells: [cell] };
  state().show(result);
  expect(state()).toMatchObject({ status: 'done', result, spec: plainSpec });
  expect(state().live.cells[0]).toMatchObject({
    series: { 'loss.train': { x: [1], values: [[0.5]] } },
    phases: { clean: { 'hr@10': [0.1] } },
  });
});
