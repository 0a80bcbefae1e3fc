import { badInput } from '../errors.ts';

/** The points of a ROC curve from (0, 0) to (1, 1) and the area under it. */
export interface Roc {
  readonly falsePositiveRate: number[]; // [p]
  readonly truePositiveRate: number[]; // [p]
  readonly auc: number;
}

/**
 * The ROC curve of scores against labels 0/1: (0, 0), then one point for each distinct score in descending order (positive =
 * score >= it). The area by trapezoids counts a tie between a positive and a negative as one half.
 */
export function roc(scores: ArrayLike<number>, labels: ArrayLike<number>): Roc {
  const { positives, negatives } = counts(scores, labels);
  const order = Array.from(scores, (_, n) => n).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  const falsePositiveRate = [0];
  const truePositiveRate = [0];
  let hits = 0;
  let alarms = 0;
  let area = 0;
  order.forEach((n, place) => {
    if (labels[n] === 1) hits++;
    else alarms++;
    const next = order[place + 1];
    if (next !== undefined && scores[next] === scores[n]) return;
    const x = alarms / negatives;
    const y = hits / positives;
    area += ((x - (falsePositiveRate.at(-1) as number)) * (y + (truePositiveRate.at(-1) as number))) / 2;
    falsePositiveRate.push(x);
    truePositiveRate.push(y);
  });
  return { falsePositiveRate, truePositiveRate, auc: area };
}

/** The largest true positive rate among the points whose false positive rate is at most `rate`; no interpolation. */
export function truePositiveRateAt(curve: Roc, rate: number): number {
  let best = 0;
  curve.falsePositiveRate.forEach((x, p) => {
    if (x <= rate) best = Math.max(best, curve.truePositiveRate[p] as number);
  });
  return best;
}

export interface OperatingPoint {
  readonly truePositiveRate: number;
  readonly falsePositiveRate: number;
  /** (1 + TPR - FPR) / 2. */
  readonly balancedAccuracy: number;
}

/** The rates when every score >= threshold is called positive. */
export function operatingPoint(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
): OperatingPoint {
  const { positives, negatives } = counts(scores, labels);
  let hits = 0;
  let alarms = 0;
  for (let n = 0; n < scores.length; n++) {
    if ((scores[n] as number) < threshold) continue;
    if (labels[n] === 1) hits++;
    else alarms++;
  }
  const truePositiveRate = hits / positives;
  const falsePositiveRate = alarms / negatives;
  return {
    truePositiveRate,
    falsePositiveRate,
    balancedAccuracy: (1 + truePositiveRate - falsePositiveRate) / 2,
  };
}

function counts(scores: ArrayLike<number>, labels: ArrayLike<number>) {
  if (scores.length !== labels.length) throw badInput('labels', `must be ${scores.length}`, labels.length);
  const strange = Array.from(scores).find((score) => !Number.isFinite(score));
  if (strange !== undefined) throw badInput('scores', 'must be finite', String(strange));
  const wrong = Array.from(labels).find((label) => label !== 0 && label !== 1);
  if (wrong !== undefined) throw badInput('labels', 'must be 0 or 1', wrong);
  const positives = Array.from(labels).filter((label) => label === 1).length;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) throw badInput('labels', 'must hold both a 0 and a 1');
  return { positives, negatives };
}
