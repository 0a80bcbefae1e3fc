import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import { evaluateModel, type EvaluationOutcome } from './evaluate-model.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { stageKey } from './stage-runner.ts';
import { trainVictim, type VictimProgress } from './train-victim.ts';

/** Which victim: what the user reads, what it is trained on and with, and the curves that it gives. */
export interface VictimRun {
  readonly stage: string;
  readonly interactions: Interactions;
  /** What the training data depends on. */
  readonly dataKey: string;
  readonly rng: Rng;
  /** Name of the curve of the training loss, and the prefix of what `evaluation.at` measures at epochs; none are made without. */
  readonly series?: { readonly loss: string; readonly prefix: string };
}

/** Trains a victim from scratch, or takes it from the cache together with its curves, and evaluates it. */
export async function* victimPhase(
  { stage, interactions, dataKey, rng, series }: VictimRun,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, EvaluationOutcome> {
  const { spec, host, prepared, shownUsers } = context;
  const epochs = series && spec.evaluation.at?.of === 'epochs' ? spec.evaluation : undefined;
  const key = stageKey(host, 'victim', dataKey, spec.victim, rng.key, epochs ?? null);
  const training = trainVictim(stage, spec.victim, interactions, rng, key, host);
  const points: VictimPoint[] = [];
  try {
    let next = await training.next();
    while (!next.done) {
      for (const point of await measured(next.value, series, context)) {
        points.push(point);
        yield { kind: 'point', ...point };
      }
      yield* watched(next.value, context);
      next = await training.next();
    }
    const victim = next.value;
    try {
      context.recorder.seconds(stage, victim.seconds);
      if (victim.fromCache) {
        const kept = ((await host.cache.get(`${key}-curves`)) ?? []) as readonly VictimPoint[];
        for (const point of kept) yield { kind: 'point', ...point };
      } else await host.cache.set(`${key}-curves`, points);
      return await evaluateModel(victim, prepared, spec.evaluation, shownUsers, host);
    } finally {
      victim.dispose();
    }
  } finally {
    await training.return(undefined as never);
  }
}

type VictimPoint = {
  readonly series: string;
  readonly label: string;
  readonly x: number;
  readonly value: number | null;
};

/** The map of users when it is on screen, then progress: a run that holds there shows the map. */
async function* watched(
  { parameters, model, data: _data, epoch: _epoch, ...progress }: VictimProgress,
  { host, map }: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  if (parameters && model && host.watches('points')) {
    const method = host.mapMethod?.() ?? 'pca';
    const content = await map.view(progress.stage, progress.done, model, parameters, method);
    if (content) yield { kind: 'view', content };
  }
  yield { kind: 'progress', progress };
}

/** The training loss of a step and, at the epochs that the evaluation asks for, every metric. */
async function measured(
  progress: VictimProgress,
  series: VictimRun['series'],
  { spec, host, prepared }: RepeatContext,
): Promise<readonly VictimPoint[]> {
  if (!series) return [];
  const points: VictimPoint[] = [];
  const loss = progress.values?.['loss.train'];
  if (loss !== undefined)
    points.push({ series: series.loss, label: progress.unit, x: progress.done, value: loss });
  const { at } = spec.evaluation;
  const { parameters, model, data, epoch } = progress;
  if (
    at?.of === 'epochs' &&
    epoch !== undefined &&
    at.values.includes(epoch) &&
    parameters &&
    model &&
    data
  ) {
    const { metrics } = await evaluateModel({ model, data, parameters }, prepared, spec.evaluation, [], host);
    for (const [name, value] of Object.entries(metrics)) {
      points.push({ series: `${series.prefix}.${name}`, label: 'epochs', x: epoch, value });
    }
  }
  return points;
}
