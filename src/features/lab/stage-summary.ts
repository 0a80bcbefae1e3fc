import { catalog } from '../../core/catalog.ts';
import type { Component } from '../../core/params/fields.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import { producedBy } from './produced-by.ts';

/** One line for a folded stage: what is chosen there. */
export function stageSummary(stage: string, spec: ExperimentSpec): string {
  switch (stage) {
    case 'data':
      return [
        nameOf('datasets', spec.dataset),
        ...spec.prepare.map((step) => nameOf('preparations', step)),
      ].join(', ');
    case 'split':
      return nameOf('splits', spec.split);
    case 'victim':
      return nameOf('models', spec.victim);
    case 'attack':
      return spec.attack ? nameOf('attacks', spec.attack) : 'None';
    case 'defenses':
      return spec.defenses.length === 0
        ? 'None'
        : spec.defenses.map((one) => nameOf('defenses', one)).join(', ');
    default:
      if (spec.evaluation.dataOnly) return 'The data alone';
      return `Top ${spec.evaluation.cutoffs.join(', ')}${withFiller(spec) ? ', with random filler' : ''}${against(spec)}${afterTheft(spec)}`;
  }
}

/** Random filler stands beside poison alone. */
function withFiller({ evaluation, attack }: ExperimentSpec): boolean {
  return evaluation.baseline && !(attack && producedBy(attack) === 'surrogate');
}

function against({ evaluation: { opponent }, attack }: ExperimentSpec): string {
  return opponent && attack && producedBy(attack) === 'poison'
    ? `, against ${nameOf('attacks', opponent)}`
    : '';
}

function afterTheft({ evaluation: { downstream } }: ExperimentSpec): string {
  return downstream ? ', and what the copy is used for' : '';
}

/** The name of a chosen algorithm; its id when the catalog does not know it. */
export function nameOf(kind: keyof typeof catalog, component: Component): string {
  const specs: Readonly<Record<string, { readonly name: string } | undefined>> = catalog[kind];
  return specs[component.id]?.name ?? component.id;
}
