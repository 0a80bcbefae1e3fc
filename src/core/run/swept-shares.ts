import type { DefenseSpec } from '../contracts.ts';
import { findSpec } from '../find-spec.ts';
import type { Component } from '../params/fields.ts';
import { artifactOf } from './artifact-of.ts';
import type { ExperimentSpec } from './experiment-spec.ts';

/** What the user reads while the victim of one share is at work. */
export const sweptStage = (share: number) => `victim without the ${percent(share)} most suspicious`;

/**
 * The shares of users whose removal the evaluation tries, ascending, each once; none unless an attack makes fake users and a defense
 * removes users.
 */
export function sweptShares({ attack, defenses, evaluation }: ExperimentSpec): readonly number[] {
  const poisoned = attack !== null && artifactOf(attack) === 'poison';
  if (!poisoned || !defenses.some(isDetector)) return [];
  return [...new Set(evaluation.removedShares)].sort((a, b) => a - b);
}

/** Whether a defense of the catalog passes the data on without those who look suspicious. */
export function isDetector({ id }: Component): boolean {
  return (findSpec('defenses', id, 'defenses.id') as DefenseSpec).wraps === 'sanitize';
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(4))}%`;
}
