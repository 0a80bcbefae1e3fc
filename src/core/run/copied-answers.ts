import type { Component } from '../params/fields.ts';
import { artifactOf } from './artifact-of.ts';
import type { ExperimentSpec } from './experiment-spec.ts';

/** What the user reads while the copies of the undefended and of the defended victim are trained. */
export const copyStages: readonly string[] = ['surrogate', 'surrogate, defended victim'];

/** After how many queries a thief trains a copy, ascending: where the evaluation looks, and at the end. */
export function copiedAfter({ attack, evaluation }: ExperimentSpec): readonly number[] {
  if (!attack || artifactOf(attack) !== 'surrogate') return [];
  const queries = Number(attack.params.sequenceCount) * Number(attack.params.sequenceLength);
  const looks = evaluation.at?.of === 'queries' ? evaluation.at.values.filter((at) => at < queries) : [];
  return [...looks.toSorted((a, b) => a - b), queries];
}

/** Steps of all copies of one victim together: each is trained from scratch, and every query is an example. */
export function copySteps(spec: ExperimentSpec): number {
  const { surrogate, batchSize } = spec.attack?.params ?? {};
  const epochs = Number((surrogate as Component | undefined)?.params.epochs ?? 1);
  const batches = copiedAfter(spec).map((count) => Math.ceil(count / Number(batchSize ?? 1)));
  return epochs * batches.reduce((sum, count) => sum + count, 0);
}
