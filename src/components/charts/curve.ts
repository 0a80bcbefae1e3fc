import type { RoleStyle } from './roles.ts';

/** One curve with a value a repeat at each x: drawn as the mean with a band from the least to the greatest repeat. */
export interface Curve {
  readonly key: string;
  readonly label: string;
  readonly style: RoleStyle;
  readonly x: readonly number[]; // [n]
  readonly values: readonly (readonly (number | null)[])[]; // [repeat][n]
  /** 95% intervals of the means over users, where they are known: bars at the dots. // [n] */
  readonly intervals?: readonly (readonly [number, number] | null)[];
  /** Dots at the places, because there are few and nothing is known between them. */
  readonly dots?: boolean;
}

/** A level that holds for the whole chart: clean, control, random filler. */
export interface Level {
  readonly key: string;
  readonly label: string;
  readonly style: RoleStyle;
  readonly value: number;
}

/** A number that a paper published: an open diamond with its citation. */
export interface PublishedMark {
  readonly x: number;
  readonly value: number;
  readonly label: string;
  readonly source: string;
}

export interface CurvePoint {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Mean and range over the repeats that have a value there. */
export function pointOf(curve: Curve, at: number): CurvePoint {
  const present = curve.values
    .map((repeat) => repeat[at])
    .filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  if (present.length === 0) return { mean: null, low: null, high: null };
  return {
    mean: present.reduce((sum, value) => sum + value, 0) / present.length,
    low: Math.min(...present),
    high: Math.max(...present),
  };
}

/** At most `limit` evenly spaced places of a long curve, first and last kept: a screen shows no more. */
export function thinned(curve: Curve, limit = 100): Curve {
  const count = curve.x.length;
  if (count <= limit) return curve;
  const kept = Array.from({ length: limit }, (_, at) => Math.round((at * (count - 1)) / (limit - 1)));
  return {
    ...curve,
    x: kept.map((at) => curve.x[at] ?? 0),
    values: curve.values.map((repeat) => kept.map((at) => repeat[at] ?? null)),
    ...(curve.intervals && { intervals: kept.map((at) => curve.intervals?.[at] ?? null) }),
  };
}
