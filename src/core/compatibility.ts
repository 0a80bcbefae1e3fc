import { catalog } from './catalog.ts';
import type {
  AttackSpec,
  DatasetFeature,
  DatasetSpec,
  DefenseSpec,
  ModelSpec,
  Requirements,
} from './contracts.ts';
import type { Component } from './params/fields.ts';

/** The choices that have to fit together. */
export interface Choices {
  readonly dataset: Component;
  readonly victim: Component;
  readonly attack: Component | null;
  readonly defenses: readonly Component[];
  readonly evaluation?: { readonly opponent?: Component | undefined };
}

/** An unmet need: the place in the spec and a whole sentence. */
export interface Unmet {
  readonly path: string;
  readonly reason: string;
}

/** Every unmet need of the chosen attack and defenses, so that a form can grey out and explain. Unknown ids are no need. */
export function unmetNeeds(choices: Choices): readonly Unmet[] {
  const attack = choices.attack && specOf<AttackSpec>(catalog.attacks, choices.attack.id);
  const unmet = attack ? needsOf(attack.name, attack.requires, choices, choices.attack, 'attack') : [];
  const defended = choices.defenses.flatMap((defense, at) => {
    const spec = specOf<DefenseSpec>(catalog.defenses, defense.id);
    return spec ? needsOf(spec.name, spec.requires, choices, defense, `defenses[${at}]`) : [];
  });
  return [...unmet, ...heldBackNeed(choices), ...orderNeed(choices), ...opponentNeeds(choices), ...defended];
}

/** An opponent has the needs of an attack, where there is an attack by fake users that it stands against. */
function opponentNeeds(choices: Choices): readonly Unmet[] {
  const { attack, evaluation } = choices;
  const opponent = evaluation?.opponent;
  const against = attack && specOf<AttackSpec>(catalog.attacks, attack.id);
  if (!opponent || against?.produces !== 'poison') return [];
  const spec = specOf<AttackSpec>(catalog.attacks, opponent.id);
  const path = 'evaluation.opponent';
  const needs = spec ? needsOf(spec.name, spec.requires, choices, opponent, path) : [];
  const heldBack = heldBackNeed({ ...choices, attack: opponent });
  return [...needs, ...heldBack.map(({ reason }) => ({ path, reason }))];
}

function needsOf(
  name: string,
  requires: Requirements,
  { dataset, victim }: Choices,
  chosen: Component | null,
  path: string,
): Unmet[] {
  const unmet: Unmet[] = [];
  const { model, task, dataset: features } = requires;
  const victimSpec = specOf<ModelSpec>(catalog.models, victim.id);
  if (task && victimSpec && !task.includes(victimSpec.task)) {
    unmet.push({
      path,
      reason: `${name} ${path.startsWith('defenses') ? 'defends' : 'attacks'} ${task.join(' or ')} models; ${victimSpec.name} is for ${victimSpec.task}.`,
    });
  }
  if (model) {
    const asked = model.of === 'victim' ? victim : (chosen?.params[model.of] as Component | undefined);
    const spec = asked && specOf<ModelSpec>(catalog.models, asked.id);
    const place = model.of === 'victim' ? path : `${path}.params.${model.of}`;
    if (spec && model.gradients && !model.gradients.includes(spec.capabilities.gradients)) {
      unmet.push({
        path: place,
        reason: `${name} follows the gradient through the training of its ${model.of}; ${spec.name} has none.`,
      });
    }
    if (spec && model.embeddings && !spec.capabilities.embeddings) {
      unmet.push({ path: place, reason: `${name} needs user and item vectors; ${spec.name} has none.` });
    }
    if (spec && model.userVectors && !spec.capabilities.embeddings && !spec.capabilities.userVectors) {
      unmet.push({ path: place, reason: `${name} looks at user vectors; ${spec.name} has none.` });
    }
  }
  if (model?.sequences) {
    const asked = model.of === 'victim' ? victim : (chosen?.params[model.of] as Component | undefined);
    const spec = asked && specOf<ModelSpec>(catalog.models, asked.id);
    if (spec && !spec.capabilities.sequences) {
      const place = model.of === 'victim' ? path : `${path}.params.${model.of}`;
      unmet.push({ path: place, reason: `${name} needs a model of sequences as its ${model.of}; ${spec.name} is none.` }); // prettier-ignore
    }
  }
  const provided = specOf<DatasetSpec>(catalog.datasets, dataset.id)?.provides;
  for (const feature of features ?? []) {
    if (provided && !provided.includes(feature))
      unmet.push({ path, reason: `${name} needs ${words[feature]}; this dataset has none.` });
  }
  return unmet;
}

/** Models of sequences learn an order, which the data must have. A file may have times: that is seen when it is read. */
function orderNeed({ dataset, victim }: Choices): Unmet[] {
  const model = specOf<ModelSpec>(catalog.models, victim.id);
  const data = specOf<DatasetSpec>(catalog.datasets, dataset.id);
  if (!model?.capabilities.sequences || !data || data.provides.includes('times')) return [];
  if (data.origin === 'file') return [];
  return [{ path: 'victim', reason: `${model.name} learns sequences; this dataset has no times.` }];
}

/** Only datasets that hold users back can lend them as first profiles. */
function heldBackNeed({ dataset, attack }: Choices): Unmet[] {
  const provided = specOf<DatasetSpec>(catalog.datasets, dataset.id)?.provides ?? ['held-back-users'];
  if (attack?.params.initialProfiles !== 'held-back' || provided.includes('held-back-users')) return [];
  return [
    {
      path: 'attack.params.initialProfiles',
      reason:
        'This dataset holds no users back, from which the first fake profiles could be taken: choose copies of genuine users.',
    },
  ];
}

const words: Readonly<Record<DatasetFeature, string>> = {
  times: 'the time of every interaction',
  ratings: 'ratings',
  titles: 'titles',
  genres: 'genres',
  'held-back-users': 'users held back from the data',
  graph: 'a graph',
};

function specOf<S>(specs: Readonly<Record<string, unknown>>, id: string): S | undefined {
  return Object.hasOwn(specs, id) ? (specs[id] as S) : undefined;
}
