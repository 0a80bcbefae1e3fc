import type { TrainedModel } from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import { evaluateModel, type EvaluationOutcome } from './evaluate-model.ts';
import { placeOf } from './explained-place.ts';
import { followedHistory } from './followed-history.ts';
import type { LoadedDefense } from './load-defenses.ts';
import { measuredBy } from './measured-by.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { evaluateServed } from './served-lists.ts';
import { keepCurves, keptCurves, type VictimPoint } from './plain-training.ts';
import { stageKey } from './stage-runner.ts';
import { trainVictim, type Victim, type VictimProgress } from './train-victim.ts';

/** Which victim: what the user reads, what it is trained on and with, and the curves that it gives. */
export interface VictimRun {
  readonly stage: string;
  readonly interactions: Interactions;
  /** What the training data depends on. */
  readonly dataKey: string;
  readonly rng: Rng;
  /** Stands behind the names of the curves of its losses, and before those of what `evaluation.at` measures at epochs; none are made without. */
  readonly series?: { readonly suffix: string; readonly prefix: string };
  /** The defense that trains the victim, from the same randomness as its plain training. */
  readonly trainer?: LoadedDefense | undefined;
  /** The defenses that change what is served: the victim is then measured by its lists. */
  readonly servers?: readonly LoadedDefense[];
}

/** Trains a victim from scratch, or takes it from the cache together with its curves, and evaluates it. */
export async function* victimPhase(
  run: VictimRun,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, EvaluationOutcome> {
  const victim = yield* trainedVictim(run, context);
  try {
    const outcome = await evaluateVictim(victim, run, context);
    if (run.series) yield* finalMap(victim, run, context);
    return outcome;
  } finally {
    victim.dispose();
  }
}

/** The map of a finished victim of a phase, also of one from the cache and where nobody watched the training. */
async function* finalMap(
  victim: Victim,
  { stage }: VictimRun,
  { host, map }: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const content = await map.view(stage, victim.losses.length, victim, host.mapMethod?.() ?? 'pca');
  if (content) yield { kind: 'view', content };
}

/** A victim's metrics and lists: by its whole ranking, or by its served lists where a defense changes these. */
export async function evaluateVictim(
  victim: TrainedModel,
  { servers = [], series }: VictimRun,
  context: RepeatContext,
): Promise<EvaluationOutcome> {
  const { spec, host, prepared, shownUsers, explained } = context;
  if (servers.length > 0) return evaluateServed(victim, servers, context);
  const outcome = await evaluateModel(victim, prepared, spec.evaluation, shownUsers, host);
  if (!explained || !series) return outcome;
  const { score, rank } = await placeOf(victim, explained, prepared, spec.evaluation);
  return { ...outcome, metrics: { ...outcome.metrics, 'explained.score': score, 'explained.rank': rank } };
}

/** The key of a trained victim: a defense that trains it is a part of it. */
export function victimKey(
  { dataKey, rng, series, trainer }: VictimRun,
  { spec, host }: RepeatContext,
): string {
  const epochs = series && spec.evaluation.at?.of === 'epochs' ? measuredBy(spec.evaluation) : undefined;
  const training = trainer ? [trainer.component] : [];
  return stageKey(host, 'victim', dataKey, spec.victim, rng.key, epochs ?? null, ...training);
}

/** Trains a victim from scratch, or takes it from the cache together with its curves; the caller disposes of it. */
export async function* trainedVictim(
  run: VictimRun,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, Victim> {
  const { spec, host } = context;
  const { stage, interactions, rng, series, trainer } = run;
  const key = victimKey(run, context);
  const training = trainVictim(
    {
      stage,
      rng,
      defense: trainer?.defense,
      plainKey: victimKey({ ...run, trainer: undefined }, context),
      followed: () => followedHistory(context),
    },
    spec.victim,
    interactions,
    key,
    host,
  );
  const points: VictimPoint[] = [];
  const axis = new StepAxis();
  try {
    let next = await training.next();
    while (!next.done) {
      const x = axis.place(next.value);
      for (const point of await measured(next.value, x, series, context)) {
        points.push(point);
        yield { kind: 'point', ...point };
      }
      yield* watched(next.value, context);
      next = await training.next();
    }
    const victim = next.value;
    let handedOver = false;
    try {
      context.recorder.seconds(stage, victim.seconds);
      if (victim.fromCache) {
        for (const point of await keptCurves(key, host)) yield { kind: 'point', ...point };
      } else await keepCurves(key, points, host);
      handedOver = true;
      return victim;
    } finally {
      if (!handedOver) victim.dispose();
    }
  } finally {
    await training.return(undefined as never);
  }
}

/** What a defense shows, the map of users when it is on screen, then progress: a run that holds there shows the map. */
async function* watched(
  { parameters, model, data, epoch: _epoch, known: _known, shown, ...progress }: VictimProgress,
  { host, map }: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  for (const content of shown ?? []) yield { kind: 'view', content };
  if (parameters && model && data && host.watches('points')) {
    const method = host.mapMethod?.() ?? 'pca';
    const content = await map.view(progress.stage, progress.done, { model, data, parameters }, method);
    if (content) yield { kind: 'view', content };
  }
  yield { kind: 'progress', progress };
}

/** Steps of a training that has several parts (a plain one, then a defended one), on one axis. */
class StepAxis {
  #stage = '';
  #before = 0;
  #last = 0;

  place({ stage, done }: VictimProgress): number {
    if (stage !== this.#stage) [this.#stage, this.#before] = [stage, this.#last];
    this.#last = this.#before + done;
    return this.#last;
  }
}

/** The losses of step `x` (a defense may have several) and, at the epochs that the evaluation asks for, every metric. */
async function measured(
  progress: VictimProgress,
  x: number,
  series: VictimRun['series'],
  { spec, host, prepared }: RepeatContext,
): Promise<readonly VictimPoint[]> {
  if (!series) return [];
  const points: VictimPoint[] = [];
  for (const [name, value] of Object.entries(progress.values ?? {})) {
    if (name.startsWith('loss.'))
      points.push({ series: `${name}${series.suffix}`, label: progress.unit, x, value });
  }
  const { at } = spec.evaluation;
  const { parameters, model, data, epoch, known } = progress;
  if (at?.of !== 'epochs' || epoch === undefined || !at.values.includes(epoch)) return points;
  const evaluated = async () => {
    if (!parameters || !model || !data) return {};
    return (await evaluateModel({ model, data, parameters }, prepared, spec.evaluation, [], host)).metrics;
  };
  for (const [name, value] of Object.entries(known ?? (await evaluated()))) {
    points.push({ series: `${series.prefix}.${name}`, label: 'epochs', x: epoch, value });
  }
  return points;
}
