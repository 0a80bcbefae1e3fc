import { bySuspicion, suspectCount } from './most-suspicious.ts';
import { roc, truePositiveRateAt } from './roc.ts';

/** Rates of a detector when the `shares` most suspicious users are called fake. */
export interface Thresholds {
  readonly shares: readonly number[]; // [n]
  /** Users called fake. // [n] */
  readonly removed: Int32Array;
  /** The highest suspicion among the users who are kept; the lowest of all where nobody is. // [n] */
  readonly thresholds: Float32Array;
  /** Genuine users called fake, as a share of the genuine. // [n] */
  readonly falsePositiveRate: Float32Array;
  /** Fake users called fake, as a share of the fake. // [n] */
  readonly truePositiveRate: Float32Array;
}

/** How well suspicion tells the users from `genuineCount` on, who are fake, from those before them. */
export interface Detection extends Thresholds {
  readonly auc: number;
  /** The most fakes found while at most 1% of the genuine users are called fake. */
  readonly truePositiveRateAtOnePercent: number;
  /** False positive rates at which the curve is read, the same for every detector and data set, and what is found there. // [p] */
  readonly curve: { readonly x: readonly number[]; readonly y: readonly number[] };
}

/** Twelve to a decade from 0.0001, and every 0.02: enough for a linear and a logarithmic axis, at most 100. */
const rates = distinct([
  0,
  ...Array.from({ length: 48 }, (_, at) => Number((10 ** (at / 12 - 4)).toPrecision(3))),
  ...Array.from({ length: 50 }, (_, at) => (at + 1) / 50),
]);

/** Every 0.5% where a defender would work, coarser above. */
const usualShares = [
  ...Array.from({ length: 60 }, (_, at) => at / 200),
  ...Array.from({ length: 10 }, (_, at) => (15 + at) / 50),
  ...Array.from({ length: 6 }, (_, at) => (5 + at) / 10),
];

/**
 * The outcome of a detector, reduced to what is drawn. Users are removed in order of suspicion, lower index first among equals; `shares` (0 to 1)
 * are read besides the usual ones. Throws bad input unless there are both genuine and fake users and every score is finite.
 */
export function detection(
  suspicion: Float32Array,
  genuineCount: number,
  shares: readonly number[] = [],
): Detection {
  const labels = Array.from(suspicion, (_, user) => (user < genuineCount ? 0 : 1));
  const curve = roc(suspicion, labels);
  return {
    ...rated(suspicion, genuineCount, distinct([...usualShares, ...shares])),
    auc: curve.auc,
    truePositiveRateAtOnePercent: truePositiveRateAt(curve, 0.01),
    curve: { x: rates, y: rates.map((rate) => truePositiveRateAt(curve, rate)) },
  };
}

function rated(suspicion: Float32Array, genuineCount: number, shares: readonly number[]): Thresholds {
  const order = bySuspicion(suspicion);
  const userCount = suspicion.length;
  const genuineBefore = new Int32Array(userCount + 1); // genuine among the first n
  order.forEach((user, place) => {
    genuineBefore[place + 1] = (genuineBefore[place] as number) + (user < genuineCount ? 1 : 0);
  });
  const removed = Int32Array.from(shares, (share) => suspectCount(userCount, share));
  const lost = Float32Array.from(removed, (count) => genuineBefore[count] as number);
  const found = Float32Array.from(removed, (count, at) => count - (lost[at] as number));
  return {
    shares,
    removed,
    thresholds: Float32Array.from(
      removed,
      (count) => suspicion[order[Math.min(count, userCount - 1)] as number] as number,
    ),
    falsePositiveRate: lost.map((count) => count / genuineCount),
    truePositiveRate: found.map((count) => count / (userCount - genuineCount)),
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
