import type { RocView } from '../contracts.ts';
import { detection } from '../math/detection.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { removedLabel } from './threshold-sweep.ts';

/**
 * How well a detector told fake from genuine users, which the runner knows and the detector never does: its curves (`detector.roc` by false
 * positives; `detector.fakesFound` and `detector.genuineLost` by the share of users removed), the view, and its metrics. Metrics are null,
 * and there is nothing to show, where there are no fakes.
 */
export async function* reportDetection(
  name: string,
  suspicion: Float32Array,
  genuineCount: number,
  shares: readonly number[],
): AsyncGenerator<RepeatEvent, MetricValues> {
  const fakeCount = suspicion.length - genuineCount;
  if (fakeCount === 0 || genuineCount === 0) return { 'detector.auc': null, 'detector.tpr@fpr=0.01': null };
  const { auc, curve, truePositiveRateAtOnePercent, ...thresholds } = detection(
    suspicion,
    genuineCount,
    shares,
  );
  yield* points('detector.roc', 'false positive rate', curve.x, curve.y);
  yield* points('detector.fakesFound', removedLabel, thresholds.shares, thresholds.truePositiveRate);
  yield* points('detector.genuineLost', removedLabel, thresholds.shares, thresholds.falsePositiveRate);
  const content: RocView = { view: 'roc', name, auc, genuineCount, fakeCount, ...thresholds };
  yield { kind: 'view', content };
  return { 'detector.auc': auc, 'detector.tpr@fpr=0.01': truePositiveRateAtOnePercent };
}

function* points(
  series: string,
  label: string,
  x: readonly number[],
  values: ArrayLike<number>,
): Generator<RepeatEvent> {
  for (const [at, place] of x.entries())
    yield { kind: 'point', series, label, x: place, value: values[at] as number };
}
