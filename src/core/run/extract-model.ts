import type { QueryLog, TrainedModel, View } from '../contracts.ts';
import { queriesView } from '../data/query-log.ts';
import type { Component } from '../params/fields.ts';
import type { EvaluationOutcome, UserValues } from './evaluate-model.ts';
import { evaluateTheft } from './evaluate-theft.ts';
import { openService } from './open-service.ts';
import type { PackedTensors } from './packed-tensors.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { keptState, runAttack, type AttackEvent, type AttackPoint } from './run-attack.ts';
import { cachedStage, stageKey } from './stage-runner.ts';
import { victimKey, type VictimRun } from './victim-phase.ts';

/** A victim that is attacked: how it came to be, and the lists that it serves to genuine users. */
export interface AttackedVictim {
  readonly run: VictimRun;
  readonly victim: TrainedModel;
  readonly lists: readonly Int32Array[];
  /** Before the names of curves and behind those of stages, to tell two extractions of a repeat apart. */
  readonly prefix: string;
  readonly suffix: string;
}

/** The log of queries, without an index signature of its own. */
type PackedLog = { readonly [Name in keyof QueryLog]: QueryLog[Name] };

/** Lists of the users that are shown, without an index signature of its own. */
type PackedLists = { readonly [Name in keyof EvaluationOutcome['lists']]: EvaluationOutcome['lists'][Name] };

/**
 * A finished extraction as the cache keeps it; `points` has what the surrogate was worth, by number of queries, and `users` what the last
 * one was worth user by user. `losses` by step and `lists` are the last one's too; what was kept before there were any has none.
 */
type Theft = {
  readonly parameters: PackedTensors;
  readonly log: PackedLog;
  readonly points: readonly AttackPoint[];
  readonly users: UserValues;
  readonly losses?: Float32Array;
  readonly lists?: PackedLists;
};

/** What is learned of the surrogate while the attack runs. */
interface Learned {
  readonly points: AttackPoint[];
  losses: number[];
  users: UserValues;
  lists?: PackedLists;
}

/** A finished extraction, and the key that says all it depends on. */
export type KeyedTheft = Theft & { readonly key: string };

/** The loss that the last surrogate is trained on, as the attack reports it. */
const lossName = 'loss.surrogate';
/** Name of the x axis of what is measured by the number of queries. */
const queries = 'queries';

/**
 * Lets the attack of the spec ask a victim and train its copy, which is measured after each number of queries that `evaluation.at` names
 * and at the end. An interrupted extraction goes on with the same log of queries, a finished one comes from the cache with its curves.
 */
export async function* extractModel(
  attacked: AttackedVictim,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, KeyedTheft> {
  const { spec, host, streams, recorder } = context;
  const { run, suffix } = attacked;
  const { servers = [] } = run;
  const serving = servers.length > 0 ? [servers.map(({ component }) => component), streams.init.key] : [];
  const trained = victimKey(run, context);
  const key = stageKey(host, 'extraction', trained, spec.attack, streams.attack.key, spec.evaluation, serving, 'by user'); // prettier-ignore
  const outcome = yield* cachedStage(host, key, () => stolen(attacked, key, context));
  recorder.seconds(`attack${suffix}`, outcome.seconds);
  if (outcome.fromCache) yield* toldAgain(outcome.value, attacked);
  const { log } = outcome.value;
  yield { kind: 'view', content: ofVictim(queriesView(log, log.count), suffix) };
  const stage = `surrogate${suffix}`;
  yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
  return { ...outcome.value, key };
}

async function* stolen(
  attacked: AttackedVictim,
  key: string,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, Theft> {
  const { spec, host, streams, prepared } = context;
  const { run, victim, prefix } = attacked;
  const learned: Learned = { points: [], losses: [], users: {} };
  const { points } = learned;
  const answered = Number((await keptState(key, host))?.count ?? 0);
  const service = openService('attack', victim, run.servers ?? [], context, answered);
  const { at } = spec.evaluation;
  const checkpoints = at?.of === 'queries' ? at.values.toSorted((a, b) => a - b) : [];
  const input = { train: prepared.train, targets: [], service, checkpoints };
  const running = runAttack(spec.attack as Component, 'surrogate', input, streams.attack, key, points, host);
  try {
    let next = await running.next();
    for (const point of points) yield shown(point, prefix);
    while (!next.done) {
      yield* measured(next.value, attacked, learned, context);
      next = await running.next();
    }
    const { parameters, log } = next.value;
    return { ...learned, parameters, log: { ...log }, losses: Float32Array.from(learned.losses) };
  } finally {
    await running.return(undefined as never);
  }
}

/** Before the progress of an outer step, how good a copy the surrogate is by then; of an inner one, the loss that it is trained on. */
async function* measured(
  event: AttackEvent,
  attacked: AttackedVictim,
  learned: Learned,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { prefix, suffix } = attacked;
  if (event.kind === 'view') return void (yield { ...event, content: ofVictim(event.content, suffix) });
  const { current: _, surrogate, ...progress } = event.progress;
  const loss = progress.values?.[lossName];
  if (loss !== undefined) {
    if (progress.done === 1) learned.losses = [];
    learned.losses.push(loss);
    yield lossAt(learned.losses.length, loss, prefix);
  }
  if (progress.level === 'outer' && surrogate) {
    const outcome = await evaluateTheft(surrogate, attacked, context);
    learned.users = outcome.users;
    learned.lists = { ...outcome.lists };
    for (const [series, value] of Object.entries(outcome.metrics)) {
      const point = { series, x: progress.done, value };
      learned.points.push(point);
      yield shown(point, prefix);
    }
    yield { kind: 'view', content: { ...outcome.lists, phase: `surrogate${suffix}` } };
  }
  yield { kind: 'progress', progress: { ...progress, stage: `${progress.stage}${suffix}` } };
}

/** What a theft told that is now taken from the cache. */
function* toldAgain({ points, losses, lists }: Theft, { prefix, suffix }: AttackedVictim) {
  for (const point of points) yield shown(point, prefix);
  for (const [at, loss] of losses?.entries() ?? []) yield lossAt(at + 1, loss, prefix);
  if (lists) yield { kind: 'view', content: { ...lists, phase: `surrogate${suffix}` } } as const;
}

function lossAt(step: number, value: number, prefix: string): RepeatEvent {
  return { kind: 'point', series: `${prefix}${lossName}`, label: 'steps', x: step, value };
}

function shown({ series, x, value }: AttackPoint, prefix: string): RepeatEvent {
  return { kind: 'point', series: `${prefix}${series}`, label: queries, x, value };
}

/** The attack does not know whom it asks. */
function ofVictim(view: View, suffix: string): View {
  return view.view === 'queries' && suffix !== '' ? { ...view, name: 'defended victim' } : view;
}
