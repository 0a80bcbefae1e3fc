import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { estimateCost } from './estimate-cost.ts';
import { victimWork, workOf } from './expected-work.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { OverallProgress } from './overall-progress.ts';
import { planExperiment } from './plan-experiment.ts';
import { runExperiment } from './run-experiment.ts';

const epochs = 10;
const narm = {
  id: 'narm',
  params: {
    embeddingSize: 4,
    hiddenSize: 4,
    attentionSize: 3,
    maxLength: 6,
    epochs,
    batchSize: 32,
    patience: 0,
  },
};
const gro = (params: object) => ({ id: 'gro', params: { listLength: 6, ...params } });
const warm = gro({ warmStart: true, epochs: 2 });
const scratch = gro({});
const detector = { id: 'degree-detector', params: {} };
const shuffle = { id: 'random-shuffle', params: {} };
const reverse = { id: 'reverse', params: {} };
const thief = {
  id: 'model-extraction',
  params: { surrogate: narm, sequenceCount: 10, sequenceLength: 3, listLength: 8 },
};

const given = (defenses: readonly object[], attack: object | null = null) => ({
  version: 1,
  dataset: {
    id: 'markov-sequences',
    params: { users: 20, items: 12, length: 6, branching: 2, noise: 0.1 },
  },
  split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
  victim: narm,
  attack,
  defenses,
  evaluation: { cutoffs: [3], protocol: { history: 'kept' }, control: false },
});
const planned = (...of: Parameters<typeof given>): ExperimentSpec =>
  planExperiment(given(...of)).cells[0]?.spec as ExperimentSpec;
const stage = 'defended victim, no attack';

describe('the expected work of a defended victim', () => {
  /** Two to three plain epochs make one of GRO, as measured. */
  const between = (work: number | undefined, defended: number) => {
    expect(work).toBeGreaterThan(2 * defended);
    expect(work).toBeLessThan(3 * defended);
  };

  test('is the epochs with the defense on, each dearer than a plain one', () => {
    between(workOf(planned([warm])).get(stage), 2);
    between(workOf(planned([scratch])).get(stage), epochs);
    between(workOf(planned([gro({ epochs: 3 })])).get(stage), 3);
  });

  test('has the plain training before it only where a detector changes the data', () => {
    const plain = (defenses: readonly object[]) => workOf(planned(defenses)).get(`${stage}, plainly first`);
    expect(plain([detector, warm])).toBe(epochs);
    expect(plain([detector, scratch])).toBeUndefined();
    expect(plain([warm])).toBeUndefined();
  });

  test('is that of a plain one behind a detector, and nothing where lists alone are changed', () => {
    expect(workOf(planned([detector])).get(stage)).toBe(epochs);
    for (const lists of [shuffle, reverse]) {
      expect(workOf(planned([lists])).get(stage)).toBe(0);
      expect(workOf(planned([detector, lists])).get(stage)).toBe(epochs);
    }
  });
});

describe('the victims that are said to be trained are those that a run trains', () => {
  useBackend('wasm');

  const isVictim = (key: string) => /^(victim|leave-one-out)-/.test(key) && !key.endsWith('-curves');
  /** How many victims a run keeps, and how many stages have work; those who leave one user out are several to a stage. */
  const counted = async (spec: unknown) => {
    const host = createTestHost();
    await drained(runExperiment(spec, host));
    const cell = planExperiment(spec).cells[0]?.spec as ExperimentSpec;
    const each = Number(cell.victim.params.epochs);
    const stages = [...victimWork(cell)].filter(([name]) => !name.endsWith(', plainly first'));
    const told = stages.map(([name, work]) => (name.includes('without one') ? work / each : Math.sign(work)));
    return [host.kept.filter(isVictim).length, told.reduce((sum, count) => sum + count, 0)];
  };
  const answers = [[], [shuffle], [detector, reverse], [warm], [detector, warm], [scratch, reverse]];
  const targetItems = { by: 'popularity-rank', ranks: [9, 10] };
  const downstream = { targetItems, fakeShare: 0.2, sequenceLength: 3 };

  test.each<[string, object | null, object]>([
    ['without an attack', null, {}],
    ['beside a thief', thief, {}],
    ['with what a thief’s copy is used for', thief, { downstream }],
  ])('%s', async (_, attack, asked) => {
    for (const defenses of answers) {
      const spec = given(defenses, attack);
      const [kept, told] = await counted({ ...spec, evaluation: { ...spec.evaluation, ...asked } });
      expect(told, JSON.stringify(defenses)).toBe(kept);
    }
  });

  test('under fake users', async () => {
    const params = { targetItems: { by: 'popularity-rank', ranks: [9] }, fakeUserCount: 3, fillerCount: 2 };
    const attack = { id: 'random-filler', params };
    const evaluation = { cutoffs: [3], baseline: false, explain: { user: 0, leaveOneOut: 2 } };
    for (const defenses of [[], [detector], [detector, detector]]) {
      const [kept, told] = await counted(smallExperiment({ attack, defenses, evaluation }));
      expect(told, JSON.stringify(defenses)).toBe(kept);
    }
  });
});

test('the time that is told in the plain phase counts what the epochs of GRO will take', () => {
  /** Told after half of the plain epochs, a second each. */
  const told = (defense: object) => {
    let now = 0;
    const overall = new OverallProgress([planned([defense])], { ...createTestHost(), now: () => now });
    overall.begin(0);
    now = 1000 * (epochs / 2);
    const progress = { level: 'inner', stage: 'clean victim', done: 5, total: 10, unit: 'epochs' } as const;
    return overall.report(progress).remainingSeconds;
  };
  const left = epochs / 2;
  expect(told(scratch)).toBeGreaterThan(left + 2 * epochs);
  expect(told(scratch)).toBeLessThan(left + 3 * epochs);
  expect(told(warm)).toBeGreaterThan(left + 2 * 2);
  expect(told(warm)).toBeLessThan(left + 3 * 2);
});

describe('the estimate of a defended experiment', () => {
  useBackend('wasm');

  /** Every look at the clock takes a second. */
  const seconds = async (spec: ExperimentSpec) => {
    let now = 0;
    return (await estimateCost(spec, createTestHost({ now: () => (now += 1000) }))).seconds;
  };
  /** What a defense adds beside this attack, in whole trainings of the victim: as a control is one. */
  const addedBeside = async (attack: object | null) => {
    const none = planned([]);
    const evaluation = { ...none.evaluation, control: true };
    const one = (await seconds({ ...none, evaluation })) - (await seconds(none));
    const without = await seconds(planned([], attack));
    return async (defense: object) => ((await seconds(planned([defense], attack))) - without) / one;
  };

  test('counts a warm start less than another plain training, and GRO from scratch more than two', async () => {
    const added = await addedBeside(null);
    expect(await added(warm)).toBeGreaterThan(0.4);
    expect(await added(warm)).toBeLessThan(0.6);
    expect(await added(scratch)).toBeGreaterThan(2);
    expect(await added(scratch)).toBeLessThan(3);
    expect(await added(detector)).toBeCloseTo(1, 9);
    expect(await added(shuffle)).toBeCloseTo(0, 9);
  });

  test('beside a thief too, whose second copy comes on top', async () => {
    const added = await addedBeside(thief);
    const copy = await added(shuffle);
    expect(copy).toBeGreaterThan(0);
    expect((await added(detector)) - copy).toBeCloseTo(1, 9);
    // This one has a model of its own.
    expect((await added({ id: 'latent-cluster-detector', params: {} })) - copy).toBeGreaterThan(1.1);
    const [started, whole] = [(await added(warm)) - copy, (await added(scratch)) - copy];
    expect(started).toBeGreaterThan(0.4);
    expect(started).toBeLessThan(0.6);
    // The same defended epochs, two and ten.
    expect(whole / started).toBeCloseTo(epochs / 2, 9);
  });
});

describe('the bar of a run under GRO', () => {
  useBackend('wasm');

  /** How far the bar stands at the first and the last report of a stage, and at the end. */
  const bar = async (defenses: readonly object[], named: string) => {
    const { yielded } = await drained(runExperiment(given(defenses), createTestHost()));
    const reports = yielded.flatMap((event) => (event.kind === 'progress' ? [event] : []));
    const own = reports.filter(({ progress }) => progress.stage === named).map((one) => one.overall.fraction);
    return { first: own[0], last: own.at(-1), end: reports.at(-1)?.overall.fraction };
  };

  test('moves on while a victim is trained plainly for it', async () => {
    const { first, last, end } = await bar([detector, warm], `${stage}, plainly first`);
    expect((last as number) - (first as number)).toBeGreaterThan(0.3);
    expect(end).toBe(1);
  });

  test('stands while a kept plain training is told, and is then at that of the clean victim', async () => {
    const { first, last, end } = await bar([warm], `${stage}, plainly first`);
    expect(first).toBe(last);
    expect(first).toBeGreaterThan(0.6);
    expect(end).toBe(1);
  });
});
