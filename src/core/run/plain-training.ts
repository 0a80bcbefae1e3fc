import type { Model, TrainingData } from '../contracts.ts';
import type { Rng } from '../math/rng.ts';
import type { NamedTensors } from '../tensors.ts';
import { placeOfStep } from '../training/train-loop.ts';
import { trainModel, type TrainingProgress } from '../training/train-model.ts';
import type { RunHost } from './host.ts';
import { unpackedTensors } from './packed-tensors.ts';
import { keptStage } from './stage-runner.ts';
import type { PackedVictim } from './train-victim.ts';

/** A point of a curve of a victim: a loss by steps, or under `<phase>.<metric>` a metric by epochs. */
export type VictimPoint = {
  readonly series: string;
  readonly label: string;
  readonly x: number;
  readonly value: number | null;
};

/** What the user reads, the randomness, and the key under which the trained victim is kept, if it is. */
interface PlainVictim {
  readonly stage: string;
  readonly rng: Rng;
  readonly key: string | undefined;
}

export async function keptCurves(key: string, { cache }: RunHost): Promise<readonly VictimPoint[]> {
  return ((await cache.get(`${key}-curves`)) ?? []) as readonly VictimPoint[];
}

export async function keepCurves(key: string, points: readonly VictimPoint[], { cache }: RunHost) {
  await cache.set(`${key}-curves`, points);
}

/**
 * A victim's plain training for a defense that goes on from it. Where the cache has that victim, its training is told again step by step and
 * nothing is computed: the same losses, metrics at epochs and parameters, bit for bit. Otherwise it is trained.
 */
export async function* plainTraining(
  { stage, rng, key }: PlainVictim,
  model: Model,
  data: TrainingData,
  host: RunHost,
): AsyncGenerator<TrainingProgress, NamedTensors> {
  const kept = key === undefined ? undefined : await keptStage<PackedVictim>(host, key);
  if (key === undefined || !kept || model.kind === 'direct')
    return yield* trainModel(model, data, rng, host, stage);
  const metrics = metricsByEpoch(await keptCurves(key, host));
  const perEpoch = model.batchesPerEpoch(data);
  const { losses, parameters } = kept.value;
  for (const [step, loss] of losses.entries()) {
    await host.yieldNow();
    const place = placeOfStep(step, model.epochs, perEpoch);
    const known = place.epoch === undefined ? undefined : metrics.get(place.epoch);
    yield { ...place, stage, values: { 'loss.train': loss }, ...(known && { known }) };
  }
  return unpackedTensors(parameters);
}

/** Metrics by the epoch after which they were measured, whatever phase they were first measured for. */
function metricsByEpoch(points: readonly VictimPoint[]): ReadonlyMap<number, Record<string, number | null>> {
  const metrics = new Map<number, Record<string, number | null>>();
  for (const { series, x, value } of points) {
    if (series.startsWith('loss.')) continue;
    const name = series.slice(series.indexOf('.') + 1);
    metrics.set(x, { ...metrics.get(x), [name]: value });
  }
  return metrics;
}
