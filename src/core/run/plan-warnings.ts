import type { DefenseSpec } from '../contracts.ts';
import { shown } from '../errors.ts';
import { findSpec, schemaOf } from '../find-spec.ts';
import type { Component } from '../params/fields.ts';
import { artifactOf } from './artifact-of.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import { usualLength } from './usual-length.ts';

/** Something that a spec says to no effect: the place in it, and what comes of it, to be read after the place. */
export interface PlanWarning {
  readonly path: string;
  readonly reason: string;
}

/** What the user of a cell should know beforehand; `given` is the spec before defaults are filled in, `full` after. */
export function warningsOf(given: ExperimentSpec, full: ExperimentSpec): readonly PlanWarning[] {
  return [...unreadParameters(given), ...cutoffsBeyondLists(full)];
}

/** Each warning once. */
export function distinct(warnings: readonly PlanWarning[]): readonly PlanWarning[] {
  return [...new Map(warnings.map((warning) => [`${warning.path} ${warning.reason}`, warning])).values()];
}

/** Values given to parameters of a surrogate or a student that are not read there. */
function unreadParameters({ attack, defenses }: ExperimentSpec): PlanWarning[] {
  const below = (kind: 'attacks' | 'defenses', { id, params }: Component, place: string) =>
    Object.entries(findSpec(kind, id, `${place}.id`).parameters).flatMap(([name, field]) => {
      const inner = params[name] as Partial<Component> | undefined;
      if (field.kind !== 'component' || !inner?.id) return [];
      const schema = schemaOf(field.of, inner.id, `${place}.params.${name}.id`);
      const unread = (field.unread ?? []).filter((key) => {
        const value = inner.params?.[key];
        return value !== undefined && value !== schema[key]?.default;
      });
      return unread.map((key) => ({
        path: `${place}.params.${name}.params.${key}`,
        reason: `plays no part: this model learns from the lists of another one, not from data (given: ${shown(inner.params?.[key])})`,
      }));
    });
  return [
    ...(attack ? below('attacks', attack, 'attack') : []),
    ...defenses.flatMap((defense, at) => below('defenses', defense, `defenses[${at}]`)),
  ];
}

/** Cutoffs at which nothing can be read off a served list, because it ends before. */
function cutoffsBeyondLists({ attack, defenses, evaluation }: ExperimentSpec): PlanWarning[] {
  const steals = attack !== null && artifactOf(attack) === 'surrogate';
  const serves = defenses.some(
    ({ id }) => (findSpec('defenses', id, 'defenses') as DefenseSpec).wraps === 'serve',
  );
  if (!steals && !serves) return [];
  const length = Number(attack?.params.listLength ?? usualLength);
  return evaluation.cutoffs.flatMap((cutoff, at) => {
    if (cutoff <= length) return [];
    const missing = [
      ...(steals ? [`agreement@${cutoff}`, `exact@${cutoff}`] : []),
      ...(serves ? [`hr@${cutoff} and the like of the defended victim`] : []),
    ];
    return [
      {
        path: `evaluation.cutoffs[${at}]`,
        reason: `a served list has ${length} items${attack?.params.listLength === undefined ? '' : ' (attack.params.listLength)'}, so that ${missing.join(', ')} will be missing`,
      },
    ];
  });
}
