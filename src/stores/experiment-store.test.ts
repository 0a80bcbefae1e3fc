import { expect, test } from 'vitest';
import { badInput } from '../core/errors.ts';
import { decodeSpec, encodeSpec } from '../core/params/codec.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import { plainSpec } from '../testing/fake-runner.ts';
import { createExperimentStore } from './experiment-store.ts';

function setUp() {
  let time = 0;
  const store = createExperimentStore({
    validate: (given) => {
      const spec = given as ExperimentSpec;
      if (spec.version !== 1) return { errors: [badInput('version', 'must be 1')] };
      const epochs = Number(spec.victim.params.epochs);
      return epochs > 100
        ? { errors: [badInput('victim.params.epochs', 'must be at most 100', epochs)] }
        : { spec };
    },
    pack: encodeSpec,
    unpack: decodeSpec,
    initial: plainSpec,
    now: () => time,
  });
  const state = () => store.getState();
  return {
    state,
    wait: (milliseconds: number) => (time += milliseconds),
    epochs: () => state().spec.victim.params.epochs,
  };
}

test('an edit changes one place, can be undone and redone', () => {
  const { state, epochs } = setUp();
  state().setParam('victim.params.epochs', 20);
  expect(state()).toMatchObject({ dirty: true, canUndo: true, canRedo: false });
  expect(state().spec.dataset).toBe(plainSpec.dataset);
  state().undo();
  expect(epochs()).toBe(10);
  expect(state()).toMatchObject({ dirty: false, canUndo: false, canRedo: true });
  state().redo();
  expect(epochs()).toBe(20);
});

test('edits of one path within a second are undone together, later ones and other paths apart', () => {
  const { state, epochs, wait } = setUp();
  state().setParam('victim.params.epochs', 11);
  wait(500);
  state().setParam('victim.params.epochs', 12);
  wait(1500);
  state().setParam('victim.params.epochs', 13);
  state().setParam('seed', 2);
  state().undo();
  expect([state().spec.seed, epochs()]).toEqual([1, 13]);
  state().undo();
  expect(epochs()).toBe(12);
  state().undo();
  expect(epochs()).toBe(10);
});

test('a new edit ends what could be redone', () => {
  const { state } = setUp();
  state().setParam('seed', 2);
  state().undo();
  state().setParam('repeats', 2);
  expect(state().canRedo).toBe(false);
});

test('an invalid edit is kept, does not run, and says where', () => {
  const { state, epochs } = setUp();
  state().setParam('victim.params.epochs', 500);
  expect(epochs()).toBe(500);
  expect(state().valid).toBeNull();
  expect(state().problems.map((p) => p.path)).toEqual(['victim.params.epochs']);
  state().setParam('victim.params.epochs', 50);
  expect(state().problems).toEqual([]);
});

test('a place that cannot be set is a problem and changes nothing', () => {
  const { state } = setUp();
  state().setParam('seed.deeper', 1);
  expect(state().spec).toBe(plainSpec);
  expect(state().problems[0]?.code).toBe('bad-input');
});

test('a spec comes back from its URL text, clean and undoable', () => {
  const { state, epochs } = setUp();
  state().setParam('victim.params.epochs', 42);
  const text = state().packed();
  state().undo();
  state().loadPacked(text);
  expect(epochs()).toBe(42);
  expect(state()).toMatchObject({ dirty: false, canUndo: true });
});

test('a broken link or a spec of another version leaves the old spec and says so', () => {
  const { state } = setUp();
  state().loadPacked('nonsense');
  expect(state().problems[0]?.path).toBe('url');
  state().load({ ...plainSpec, version: 2 });
  expect(state().problems[0]?.path).toBe('version');
  expect(state().spec).toBe(plainSpec);
});

test('what a spec that runs says to no effect is told, until it does not run or says it no more', () => {
  const warning = { path: 'seed', reason: 'plays no part' };
  const store = createExperimentStore({
    validate: (given) => {
      const spec = given as ExperimentSpec;
      if (spec.seed > 9) return { errors: [badInput('seed', 'must be at most 9', spec.seed)] };
      return { spec, warnings: spec.seed === 7 ? [warning] : [] };
    },
    pack: encodeSpec,
    unpack: decodeSpec,
    initial: { ...plainSpec, seed: 1 },
  });
  const told = (seed: number) => {
    store.getState().setParam('seed', seed);
    return store.getState().warnings;
  };
  expect(told(7)).toEqual([warning]);
  expect(told(70)).toEqual([]);
  expect(told(7)).toEqual([warning]);
  expect(told(8)).toEqual([]);
});
