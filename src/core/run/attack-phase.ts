import type { AttackProgress, Poison } from '../contracts.ts';
import { itemIndex, type Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { evaluateModel } from './evaluate-model.ts';
import { measuredBy } from './measured-by.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { runAttack, type AttackPoint } from './run-attack.ts';
import { cachedStage, stageKey } from './stage-runner.ts';
import { victimPhase } from './victim-phase.ts';

export interface AttackOutcome {
  readonly poison: Poison;
  /** What the poisoned data depends on. */
  readonly key: string;
}

/** A finished attack as the cache keeps it. */
type PackedAttack = {
  readonly userCount: number;
  readonly offsets: Int32Array;
  readonly items: Int32Array;
  readonly points: readonly AttackPoint[];
};

/** Name of the x axis of what is measured once per outer step. */
const outerStep = 'outer steps';

/**
 * Makes the attack's fake users, measuring the attacker's own surrogate at every outer step, and fresh victims at the checkpoints that the
 * evaluation asks for. A finished attack comes from the cache together with its curves.
 */
export async function* attackPhase(context: RepeatContext): AsyncGenerator<RepeatEvent, AttackOutcome> {
  const { spec, host, streams, prepared, recorder, dataKey } = context;
  const attack = spec.attack as NonNullable<typeof spec.attack>;
  // Victims that are retrained during the attack leave their curves in this stage.
  const retrainedVictim = spec.evaluation.at?.retrain ? [spec.victim, streams.init.key] : null;
  // What is compared or asked of a detector afterwards does not change the attack.
  const measured = measuredBy(spec.evaluation);
  const key = stageKey(host, 'attack', dataKey, attack, streams.attack.key, measured, retrainedVictim);
  const outcome = yield* cachedStage(host, key, () => attacked(key, context));
  recorder.seconds('attack', outcome.seconds);
  const { userCount, offsets, items, points } = outcome.value;
  if (outcome.fromCache) {
    for (const point of points) yield { kind: 'point', label: outerStep, ...point };
  }
  const fakeUsers: Interactions = { userCount, itemCount: prepared.train.itemCount, offsets, items };
  return { poison: { produces: 'poison', fakeUsers }, key };
}

async function* attacked(key: string, context: RepeatContext): AsyncGenerator<RepeatEvent, PackedAttack> {
  const { spec, host, streams, prepared } = context;
  const { train, targets, dataset } = prepared;
  const points: AttackPoint[] = [];
  const input = {
    train,
    targets: targets.map(itemIndex),
    itemIds: dataset.itemIds,
    ...(dataset.heldBackUsers && { heldBackUsers: dataset.heldBackUsers }),
  };
  const running = runAttack(
    spec.attack as NonNullable<typeof spec.attack>,
    'poison',
    input,
    streams.attack,
    key,
    points,
    host,
  );
  try {
    let next = await running.next();
    for (const point of points) yield { kind: 'point', label: outerStep, ...point };
    let peak = host.tensorBytes();
    while (!next.done) {
      if (next.value.kind === 'view') yield next.value;
      else {
        const { level, done } = next.value.progress;
        if (level === 'outer') yield* added({ series: 'cost.peakBytes', x: done, value: peak }, points);
        if (level === 'outer') peak = 0;
        yield* reported(next.value.progress, key, points, context);
      }
      next = await running.next();
      peak = Math.max(peak, host.tensorBytes());
    }
    const { fakeUsers } = next.value;
    yield* retrained(next.value, Number.POSITIVE_INFINITY, key, points, context);
    return {
      userCount: fakeUsers.userCount,
      offsets: fakeUsers.offsets,
      items: fakeUsers.items,
      points,
    };
  } finally {
    await running.return(undefined as never);
  }
}

/** Progress; before that of an outer step what the step has shown, so that a run which holds there shows it. */
async function* reported(
  { current, surrogate, ...progress }: AttackProgress,
  key: string,
  points: AttackPoint[],
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  if (progress.level === 'outer')
    yield* outerStepShown({ current, surrogate, ...progress }, key, points, context);
  yield { kind: 'progress', progress };
}

/** The values of an outer step, what the surrogate that was trained on its profiles recommends, and a fresh victim where one is due. */
async function* outerStepShown(
  { current, surrogate, ...progress }: AttackProgress,
  key: string,
  points: AttackPoint[],
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { spec, host, prepared, shownUsers, map } = context;
  const x = progress.done;
  for (const [series, value] of Object.entries(progress.values ?? {}))
    yield* added({ series, x, value }, points);
  if (surrogate) {
    const outcome = await evaluateModel(surrogate, prepared, spec.evaluation, shownUsers, host);
    for (const [series, value] of Object.entries(outcome.metrics)) {
      if (series !== 'loss.adversarial') yield* added({ series, x, value }, points);
    }
    yield { kind: 'view', content: { ...outcome.lists, phase: 'surrogate' } };
    if (host.watches('points')) {
      const content = await map.view('surrogate', x, surrogate, host.mapMethod?.() ?? 'pca');
      if (content) yield { kind: 'view', content };
    }
  }
  if (current) {
    const poison = await current();
    if (host.watches('profiles')) {
      yield {
        kind: 'view',
        content: {
          view: 'profiles',
          name: 'fake profiles',
          fakeUsers: poison.fakeUsers,
          targets: prepared.targets,
          popularity: prepared.popularity,
        },
      };
    }
    yield* retrained(poison, x - 1, key, points, context);
  }
}

/** A fresh victim at an evaluation checkpoint: `updates` counts the outer steps that made this poison. */
async function* retrained(
  poison: Poison,
  updates: number,
  key: string,
  points: AttackPoint[],
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { at } = context.spec.evaluation;
  if (at?.of !== 'outerSteps' || !at.retrain) return;
  const total = Number(context.spec.attack?.params.outerSteps ?? 0);
  const now = Math.min(updates, total);
  if (!at.values.includes(now) || points.some(({ series, x }) => series.startsWith('attacked.') && x === now))
    return;
  const { prepared, streams } = context;
  const run = {
    stage: `victim after ${now} steps`,
    interactions: applyPoison(prepared.train, poison),
    dataKey: `${key}@${now}`,
    rng: streams.init.stream('victim'),
  };
  const outcome = yield* victimPhase(run, context);
  for (const [name, value] of Object.entries(outcome.metrics))
    yield* added({ series: `attacked.${name}`, x: now, value }, points);
}

async function* added(point: AttackPoint, points: AttackPoint[]): AsyncGenerator<RepeatEvent> {
  points.push(point);
  yield { kind: 'point', label: outerStep, ...point };
}
