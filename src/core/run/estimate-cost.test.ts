import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallAttack, smallExperiment, smallWrmf } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { tf } from '../tensors.ts';
import { estimateCost, estimateExperiment } from './estimate-cost.ts';
import { planExperiment } from './plan-experiment.ts';
import { runExperiment } from './run-experiment.ts';

useBackend('cpu');

/** Every look at the clock takes a second, so that only the number of victims differs. */
const estimated = async (control: boolean) => {
  let milliseconds = 0;
  const spec = smallExperiment({ evaluation: { cutoffs: [3], baseline: false, control } });
  const cell = planExperiment(spec).cells[0];
  if (!cell) throw new Error('no cell');
  return estimateCost(cell.spec, createTestHost({ now: () => (milliseconds += 1000) }));
};

test('an experiment without a control victim is estimated at one training less', async () => {
  const [both, alone] = [await estimated(true), await estimated(false)];
  const loading = 2 * alone.seconds - both.seconds;
  expect(both.seconds).toBeGreaterThan(alone.seconds);
  expect(loading).toBe(1);
});

test('an opponent and every fake user left out cost a training each', async () => {
  const seconds = async (asked: Readonly<Record<string, unknown>>, defenses: readonly unknown[] = []) => {
    let milliseconds = 0;
    const targetItems = { by: 'popularity-rank', ranks: [9] };
    const params = { targetItems, fakeUserCount: 3, fillerCount: 2 };
    const evaluation = { cutoffs: [3], baseline: false, control: false, ...asked };
    const spec = smallExperiment({ attack: { id: 'random-filler', params }, defenses, evaluation });
    const cell = planExperiment(spec).cells[0];
    if (!cell) throw new Error('no cell');
    return (await estimateCost(cell.spec, createTestHost({ now: () => (milliseconds += 1000) }))).seconds;
  };
  const plain = await seconds({});
  const one = (await seconds({ opponent: { id: 'hand-made', params: {} } })) - plain;
  expect(one).toBeGreaterThan(0);
  expect(await seconds({ explain: { user: 0, leaveOneOut: 2 } })).toBeCloseTo(plain + 2 * one, 9);
  // There are no more fake users than three.
  expect(await seconds({ explain: { user: 0, leaveOneOut: 9 } })).toBeCloseTo(plain + 3 * one, 9);
  // Behind a detector they are left out once more.
  const defenses = [{ id: 'degree-detector', params: {} }];
  const behind = await seconds({}, defenses);
  expect(await seconds({ explain: { user: 0, leaveOneOut: 2 } }, defenses)).toBeCloseTo(behind + 4 * one, 9);
});

describe('on a clock that only steps move', () => {
  /** A host whose clock goes on by so many milliseconds before each step of a training, which a test may tell from the loading of data by the tensors. */
  const stepping = (milliseconds: (step: number) => number, isStep = () => true) => {
    const clock = { now: 0, steps: 0 };
    const yieldNow = async () => {
      if (isStep()) clock.now += milliseconds(clock.steps++);
    };
    return { clock, host: { ...createTestHost({ now: () => clock.now }), yieldNow } };
  };
  const cost = async (spec: unknown, ...clock: Parameters<typeof stepping>) => {
    const cell = planExperiment(spec).cells[0];
    if (!cell) throw new Error('no cell');
    return (await estimateCost(cell.spec, stepping(...clock).host)).seconds;
  };
  const alone = { cutoffs: [3], baseline: false, control: false };
  const wrmf = (epochs: number) => smallExperiment({ victim: smallWrmf({ epochs }), evaluation: alone });

  test('a training costs its usual steps, not the slow ones that it begins with', async () => {
    const slowAtFirst = (step: number) => (step < 3 ? 100 : 20);
    expect(await cost(wrmf(1000), slowAtFirst)).toBeCloseTo(1000 * 0.02, 9);
    expect(await cost(wrmf(8), slowAtFirst)).toBeCloseTo(8 * 0.02, 9);
    // A single step that waits for other work does not count either.
    expect(await cost(wrmf(1000), (step) => (step === 20 ? 200 : 20))).toBeCloseTo(1000 * 0.02, 9);
  });

  test('an attack through a surrogate costs its usual steps there and back', async () => {
    const attack = smallAttack({ surrogate: smallWrmf(), unrollSteps: 6, outerSteps: 4 });
    const spec = smallExperiment({ attack, evaluation: alone });
    const victims = 3 * 8; // clean, attacked, and with the attacker’s seed
    // Eight steps of the victim are tried before; the first four forward are slow.
    const seconds = await cost(spec, (step) => (step >= 8 && step < 12 ? 100 : 20));
    expect(seconds).toBeCloseTo(0.02 * (victims + 4 * (8 + 6)), 9);
  });

  test('a model that is fitted in one go costs all of its fit', async () => {
    const victim = { id: 'wrmf-als', params: { embeddingSize: 3, epochs: 50 } };
    const spec = smallExperiment({ victim, evaluation: alone });
    const { clock, host } = stepping(() => 200);
    await drained(runExperiment(spec, host));
    const fit = 50 * 2 * 0.2; // users, then items, as few as they are at once
    expect(clock.now / 1000).toBeGreaterThanOrEqual(fit);
    expect(await cost(spec, () => 200)).toBeCloseTo(fit, 9);
  });

  test('a thief’s copies cost their own steps, and cells share the trials and what they have in common', async () => {
    const model = { embeddingSize: 4, hiddenSize: 4, attentionSize: 3, maxLength: 6, patience: 0 };
    const narm = (epochs: number) => ({ id: 'narm', params: { ...model, epochs, batchSize: 8 } });
    const params = { surrogate: narm(5), sequenceCount: 10, sequenceLength: 3, listLength: 8, batchSize: 10 };
    const spec = {
      version: 1,
      dataset: {
        id: 'markov-sequences',
        params: { users: 20, items: 12, length: 6, branching: 2, noise: 0.1 },
      },
      split: { id: 'leave-one-out', params: { pick: 'latest', minimum: 2 } },
      victim: narm(10),
      attack: { id: 'model-extraction', params },
      evaluation: { ...alone, protocol: { history: 'kept' }, at: { of: 'queries', values: [12] } },
    };
    const victim = 10 * 3; // epochs of three batches
    const copies = 5 * (2 + 3); // epochs of two batches after 12 queries, of three after 30
    const seconds = (steps: number) => expect.closeTo(steps * 0.02, 9) as number;
    const none = tf.memory().numTensors;
    const clock = [() => 20, () => tf.memory().numTensors > none] as const;
    expect(await cost(spec, ...clock)).toEqual(seconds(victim + copies));
    const lists = ['random-shuffle', 'reverse'].map((id) => ({
      label: id,
      set: { defenses: [{ id, params: {} }] },
    }));
    const axes = [{ name: 'defense', points: [{ label: 'none', set: { defenses: [] } }, ...lists] }];
    const [one, three] = [stepping(...clock), stepping(...clock)];
    await estimateExperiment(spec, one.host);
    const { seconds: all } = await estimateExperiment({ ...spec, axes }, three.host);
    expect(all).toEqual(seconds(victim + 3 * copies));
    expect(three.clock.steps).toBe(one.clock.steps);
  });
});
