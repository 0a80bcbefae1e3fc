import type { Artifact, AttackSpec } from '../contracts.ts';
import { findSpec } from '../find-spec.ts';
import type { Component } from '../params/fields.ts';

/** What an attack of the catalog produces: the phases of an experiment depend on it. */
export function artifactOf({ id }: Component): Artifact['produces'] {
  return (findSpec('attacks', id, 'attack.id') as AttackSpec).produces;
}
