import type { Component, ItemSelection } from '../../core/params/fields.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';

/** One of the profiles that a person makes, and where it stands in the spec. */
export interface HandMadeProfile {
  readonly path: string;
  readonly name: string;
  readonly selection: ItemSelection;
  /** Place of its share; the first profile has what the others leave. */
  readonly sharePath?: string;
  readonly share: number;
}

const first: ItemSelection = { by: 'popularity-rank', ranks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };

/** The three profiles of a hand-made attack as its spec has them. */
export function handMadeProfiles({ params }: Component): readonly HandMadeProfile[] {
  const shares = [Number(params['secondShare'] ?? 0), Number(params['thirdShare'] ?? 0)] as const;
  const selection = (name: string) => (params[name] ?? { by: 'popularity-rank', ranks: [] }) as ItemSelection;
  const at = (name: string) => `attack.params.${name}`;
  return [
    {
      path: at('profile'),
      name: 'First',
      selection: (params['profile'] ?? first) as ItemSelection,
      share: Math.max(0, 1 - shares[0] - shares[1]),
    },
    {
      path: at('secondProfile'),
      name: 'Second',
      selection: selection('secondProfile'),
      sharePath: at('secondShare'),
      share: shares[0],
    },
    {
      path: at('thirdProfile'),
      name: 'Third',
      selection: selection('thirdProfile'),
      sharePath: at('thirdShare'),
      share: shares[1],
    },
  ];
}

/** Ranks of a selection that names them; none for ids and random items. */
export function ranksOf(selection: ItemSelection): readonly number[] {
  return selection.by === 'popularity-rank' ? selection.ranks : [];
}

/** How a profile names its items when it does not by rank, in words. */
export function otherNaming(selection: ItemSelection): string | undefined {
  if (selection.by === 'id')
    return selection.ids.length > 0 ? `${selection.ids.length} items by id` : undefined;
  return selection.by === 'stratum'
    ? `${selection.count} random items of the ${selection.stratum}`
    : undefined;
}

const ownParams = ['profile', 'secondProfile', 'secondShare', 'thirdProfile', 'thirdShare'];

/** True when two experiments differ by their hand-made profiles alone: the second costs no more than the first. */
export function isSameMatch(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return withoutProfiles(a) === withoutProfiles(b);
}

function withoutProfiles(spec: ExperimentSpec): string {
  const params = Object.entries(spec.attack?.params ?? {}).filter(([name]) => !ownParams.includes(name));
  return JSON.stringify({
    ...spec,
    attack: { id: spec.attack?.id, params: Object.fromEntries(params.sort()) },
  });
}
