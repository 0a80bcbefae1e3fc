import { catalog } from '../../core/catalog.ts';
import type { DefenseSpec } from '../../core/contracts.ts';
import type { Component } from '../../core/params/fields.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import { meanOf, type CellData } from '../../components/charts/experiment-lines.ts';
import { producedBy } from './produced-by.ts';

/** Ids of the defenses that remove users. */
const detectors: readonly string[] = Object.values<DefenseSpec>(catalog.defenses)
  .filter(({ wraps }) => wraps === 'sanitize')
  .map(({ id }) => id);

/** Whether a defense removes users. */
export function isDetector({ id }: Component): boolean {
  return detectors.includes(id);
}

/** Shares that are tried where nobody has chosen others. */
export const usualShares: readonly number[] = [0, 0.02, 0.05, 0.1, 0.2];

/** Greatest share that is drawn and on the slider: beyond it no defender would go. */
export const greatestShare = 0.3;

/** A share in percent, without the dust of binary fractions. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(6));
}

/** Whether an experiment, or a point of its axes, has a defense that removes users, and an attack that makes some. */
export function hasDetector({ attack, defenses, axes }: ExperimentSpec): boolean {
  if (!attack || producedBy(attack) !== 'poison') return false;
  const sets = axes.flatMap(({ points }) => points.map(({ set }) => set));
  const text = JSON.stringify([defenses, sets]);
  return detectors.some((id) => text.includes(`"${id}"`));
}

/** What a detector does when a share of the users is removed: means over the repeats, null where unknown. */
export interface ThresholdReading {
  /** The share at which it was read, the nearest to what was asked. */
  readonly share: number;
  readonly fakesFound: number | null;
  readonly genuineLost: number | null;
}

/** What a victim is worth that was trained without a share of the users, read at a share that was tried. */
export interface RetrainedReading {
  readonly share: number;
  readonly quality: number | null;
  readonly reach: number | null;
}

/** The detector's rates nearest to a share; undefined before it has looked at the data. */
export function thresholdReading({ series }: CellData, share: number): ThresholdReading | undefined {
  const found = series['detector.fakesFound'];
  const lost = series['detector.genuineLost'];
  const at = nearest(found?.x, share);
  if (!found || at === undefined) return undefined;
  return {
    share: found.x[at] as number,
    fakesFound: meanAt(found, at),
    genuineLost: lost ? meanAt(lost, at) : null,
  };
}

/** The retrained victim of the tried share that is nearest; undefined when none was trained. Nothing is interpolated. */
export function retrainedReading(
  { series }: CellData,
  share: number,
  cutoff: number,
): RetrainedReading | undefined {
  const quality = series[`afterRemoval.recall@${cutoff}`];
  const reach = series[`afterRemoval.target.hr@${cutoff}`];
  const at = nearest(quality?.x, share);
  if (!quality || at === undefined) return undefined;
  return {
    share: quality.x[at] as number,
    quality: meanAt(quality, at),
    reach: reach ? meanAt(reach, at) : null,
  };
}

function nearest(places: readonly number[] | undefined, share: number): number | undefined {
  if (!places || places.length === 0) return undefined;
  return places.reduce(
    (best, place, at) => (Math.abs(place - share) < Math.abs((places[best] as number) - share) ? at : best),
    0,
  );
}

function meanAt({ values }: CellData['series'][string], at: number): number | null {
  return meanOf(values.map((repeat) => repeat[at] ?? null));
}
