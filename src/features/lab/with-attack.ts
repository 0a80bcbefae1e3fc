import { catalog } from '../../core/catalog.ts';
import type { AttackSpec } from '../../core/contracts.ts';
import type { Component } from '../../core/params/fields.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import { producedBy } from './produced-by.ts';

/** The experiment with another attack, or none: what only the former one could be asked is dropped, since it would not run. */
export function withAttack(spec: ExperimentSpec, attack: Component | null): ExperimentSpec {
  const { at, downstream, ...evaluation } = spec.evaluation;
  const specs: Readonly<Record<string, AttackSpec | undefined>> = catalog.attacks;
  const steals = attack !== null && producedBy(attack) === 'surrogate';
  const counted = steals ? ['queries'] : Object.keys((attack && specs[attack.id]?.parameters) ?? {});
  return {
    ...spec,
    attack,
    evaluation: {
      ...evaluation,
      ...(at && (at.of === 'epochs' || counted.includes(at.of)) && { at }),
      ...(steals && downstream && { downstream }),
    },
  };
}
