import { catalog } from '../../core/catalog.ts';
import type { Artifact, AttackSpec } from '../../core/contracts.ts';
import type { Component } from '../../core/params/fields.ts';

/** What an attack makes, which decides the views of its run; undefined for an unknown one. */
export function producedBy({ id }: Component): Artifact['produces'] | undefined {
  const specs: Readonly<Record<string, AttackSpec | undefined>> = catalog.attacks;
  return specs[id]?.produces;
}
