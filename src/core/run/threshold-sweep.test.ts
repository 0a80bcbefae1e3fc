import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { smallAttack, smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { Defense } from '../contracts.ts';
import { interactionsFromDense } from '../data/interactions.ts';
import { estimateCost } from './estimate-cost.ts';
import { planExperiment } from './plan-experiment.ts';
import { CellRecorder } from './recorder.ts';
import { repeatContext } from './repeat-context.ts';
import type { StageValue } from './host.ts';
import type { PreparedData } from './prepare-data.ts';
import { runExperiment } from './run-experiment.ts';
import { sanitizeData } from './sanitize-data.ts';
import { repeatStreams } from './seeds.ts';

useBackend('cpu');

const detector = { id: 'degree-detector', params: { flaggedShare: 0.1, neighbourCount: 5 } };
const experiment = (changes: Readonly<Record<string, unknown>> = {}) =>
  smallExperiment({
    attack: smallAttack(),
    defenses: [detector],
    evaluation: { cutoffs: [3], baseline: false, removedShares: [0.5, 0, 0.1, 0.1] },
    ...changes,
  });
const victims = (keys: readonly string[]) =>
  keys.filter((key) => key.startsWith('victim-') && !key.endsWith('-curves'));

test('with nobody removed the victim is the attacked one, and with the detector’s own share the defended one, bit for bit', async () => {
  const { returned } = await drained(runExperiment(experiment(), createTestHost()));
  const { phases, series } = returned.cells[0] ?? {};
  const metrics = Object.keys(phases?.clean ?? {});
  expect(metrics).toEqual(expect.arrayContaining(['hr@3', 'recall@3', 'target.hr@3', 'loss.adversarial']));
  for (const metric of metrics) {
    const swept = series?.[`afterRemoval.${metric}`];
    expect(swept?.x).toEqual([0, 0.1, 0.5]);
    expect(swept?.label).toBe('share of users removed');
    const [none, same, more] = swept?.values[0] ?? [];
    expect(none).toBe(phases?.attacked?.[metric]?.mean);
    expect(same).toBe(phases?.defended?.[metric]?.mean);
    if (metric === 'loss.adversarial') expect(more).not.toBe(same);
  }
});

test('the detector’s curves, view and metrics agree with each other', async () => {
  const { returned, yielded } = await drained(runExperiment(experiment(), createTestHost()));
  const { phases, series } = returned.cells[0] ?? {};
  const views = yielded.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'roc' ? [event.content] : [],
  );
  expect(views).toHaveLength(1); // none for the data without fakes
  expect(views[0]).toMatchObject({ name: 'degree-detector', genuineCount: 30, fakeCount: 4 });
  expect(views[0]?.auc).toBe(phases?.defended?.['detector.auc']?.mean);
  expect(phases?.cleanDefended?.['detector.auc']?.mean).toBeNull();
  const roc = series?.['detector.roc'];
  expect(roc?.x.length).toBeLessThanOrEqual(100);
  const atOnePercent = roc?.values[0]?.[roc.x.indexOf(0.01)];
  expect(atOnePercent).toBe(phases?.defended?.['detector.tpr@fpr=0.01']?.mean);
  for (const [metric, rate] of [
    ['detector.fakesFound', 'truePositiveRate'],
    ['detector.genuineLost', 'falsePositiveRate'],
  ] as const) {
    const curve = series?.[metric];
    const at = curve?.x.indexOf(0.1) ?? -1;
    expect(curve?.values[0]?.[at]).toBeCloseTo(phases?.defended?.[metric]?.mean as number, 6);
    expect(curve?.values[0]).toEqual([...(views[0]?.[rate] ?? [])]);
  }
});

test('from the cache neither the detector nor a victim works again, and shares asked for later leave the attack as it is', async () => {
  const stages = new Map<string, StageValue>();
  const plain = { cutoffs: [3], baseline: false };
  await drained(runExperiment(experiment({ evaluation: plain }), createTestHost({ stages })));
  const host = createTestHost({ stages });
  const first = await drained(runExperiment(experiment(), host));
  expect(host.kept.some((key) => key.startsWith('attack-') || key.startsWith('detector-'))).toBe(false);
  expect(victims(host.kept)).toHaveLength(2); // 0.1 and 0.5: a share of 0 is the attacked victim
  const again = createTestHost({ stages });
  const second = await drained(runExperiment(experiment(), again));
  expect(again.kept).toEqual([]);
  expect(second.returned.fingerprint).toBe(first.returned.fingerprint);
  expect(second.returned.cells[0]?.series['detector.roc']).toEqual(first.returned.cells[0]?.series['detector.roc']); // prettier-ignore
});

test('progress grows to the end, and nothing is left behind by a run that is left', async () => {
  const { yielded } = await drained(runExperiment(experiment(), createTestHost()));
  const fractions = yielded.flatMap((event) => (event.kind === 'progress' ? [event.overall.fraction] : []));
  expect(fractions.every((fraction, at) => fraction >= (fractions[at - 1] ?? 0))).toBe(true);
  expect(fractions.at(-1)).toBe(1);
  const stages = yielded.flatMap((event) => (event.kind === 'progress' ? [event.progress.stage] : []));
  expect(stages).toContain('victim without the 50% most suspicious');
  await expectNoLeak(async () => {
    const running = runExperiment(experiment(), createTestHost());
    for await (const event of running)
      if (event.kind === 'progress' && event.progress.stage.startsWith('victim without the 50%')) break;
  });
});

test('without a detector nothing is swept, and a note says so; shares beyond 1 are refused', async () => {
  const { returned } = await drained(runExperiment(experiment({ defenses: [] }), createTestHost()));
  expect(Object.keys(returned.cells[0]?.series ?? {}).join()).not.toContain('afterRemoval');
  expect(returned.cells[0]?.notes.join()).toContain('No defense here removes users');
  const evaluation = { cutoffs: [3], removedShares: [2] };
  expect(() => planExperiment(experiment({ evaluation }))).toThrow('evaluation.removedShares[0]');
});

test('the estimate counts a training for every share, and the training of a detector’s own model', async () => {
  const seconds = async (defenses: readonly unknown[], removedShares?: readonly number[]) => {
    let milliseconds = 0;
    const params = { targetItems: { by: 'popularity-rank', ranks: [9] }, fakeUserCount: 3, fillerCount: 2 };
    const evaluation = { cutoffs: [3], baseline: false, ...(removedShares && { removedShares }) };
    const attack = { id: 'random-filler', params };
    const [cell] = planExperiment(experiment({ attack, defenses, evaluation })).cells;
    if (!cell) throw new Error('no cell');
    return (await estimateCost(cell.spec, createTestHost({ now: () => (milliseconds += 1000) }))).seconds;
  };
  const plain = await seconds([detector]);
  const one = (await seconds([detector], [0.1])) - plain;
  expect(one).toBeGreaterThan(0);
  expect(await seconds([detector], [0.1, 0.2, 0.3])).toBeCloseTo(plain + 3 * one, 9);
  expect(await seconds([{ id: 'latent-cluster-detector', params: {} }])).toBeGreaterThan(plain);
});

test('a detector is given the interactions alone, and a context that is the same whatever the attack', async () => {
  const seen: { readonly data: string; readonly context: readonly string[] }[] = [];
  const spy: Defense = {
    async *sanitize(train, context) {
      seen.push({ data: JSON.stringify(train), context: Object.keys(context).sort() });
      yield { level: 'inner', stage: '', done: 1, total: 1, unit: 'users' };
      return {
        suspicion: Float32Array.from({ length: train.userCount }, () => context.rng.uniform()),
        removed: new Int32Array(0),
      };
    },
  };
  const interactions = interactionsFromDense([1, 1, 0, 0, 1, 1, 1, 0, 1], 3, 3);
  const outcomes = [];
  for (const [genuine, fakeUserCount] of [
    [1, 2],
    [2, 1],
    [3, 0],
  ] as const) {
    const [cell] = planExperiment(experiment({ attack: smallAttack({ fakeUserCount }) })).cells;
    if (!cell) throw new Error('no cell');
    const prepared = { train: interactions, targets: [] } as unknown as PreparedData;
    const host = createTestHost();
    const context = repeatContext(cell.spec, host, repeatStreams(cell.spec, 0), prepared, new CellRecorder({})); // prettier-ignore
    const working = sanitizeData({ interactions, key: 'data' }, [{ component: detector, defense: spy }], genuine, context); // prettier-ignore
    outcomes.push((await drained(working)).returned);
  }
  expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(seen[0]?.context).toEqual(
    [
      'build',
      'checkpoint',
      'emit',
      'memory',
      'now',
      'restored',
      'rng',
      'signal',
      'watches',
      'yieldNow',
    ].sort(),
  );
  expect(outcomes.map(({ metrics }) => metrics['detector.auc'])).toEqual([
    expect.any(Number),
    expect.any(Number),
    null,
  ]);
  expect(outcomes[1]?.suspicion).toEqual(outcomes[0]?.suspicion);
});
