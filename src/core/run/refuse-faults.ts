import type { AttackSpec, DefenseSpec, Spec, Surroundings } from '../contracts.ts';
import { findSpec, specOfComponent } from '../find-spec.ts';
import { refuseFault } from '../params/fault.ts';
import type { Component } from '../params/fields.ts';
import type { ExperimentSpec } from './experiment-spec.ts';

/** Refuses completed parameters that do not fit each other, of an algorithm and of the components inside it. */
export function refuseFaults(spec: Spec, params: Component['params'], path: string): void {
  refuseFault(spec.fault?.(params as never), params, path);
  for (const [name, field] of Object.entries(spec.parameters)) {
    if (field.kind !== 'component') continue;
    const inner = params[name] as Component;
    const place = `${path}.${name}`;
    refuseFaults(specOfComponent(field.of, inner.id, `${place}.id`), inner.params, `${place}.params`);
  }
}

/** Refuses what the prepared data cannot bear, before anything is trained on them. */
export function refuseFaultsIn({ attack, defenses, evaluation }: ExperimentSpec, itemCount: number): void {
  const surroundings: Surroundings = { itemCount, history: evaluation.protocol.history };
  const refuse = (kind: 'attacks' | 'defenses', { id, params }: Component, path: string) => {
    const { faultIn } = findSpec(kind, id, `${path}.id`) as AttackSpec | DefenseSpec;
    refuseFault(faultIn?.(params as never, surroundings), params, `${path}.params`);
  };
  if (attack) refuse('attacks', attack, 'attack');
  defenses.forEach((defense, at) => refuse('defenses', defense, `defenses[${at}]`));
}
