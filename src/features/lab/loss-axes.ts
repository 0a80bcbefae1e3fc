import type { Level } from '../../components/charts/curve.ts';
import { guessing } from '../../components/charts/roles.ts';
import { catalog } from '../../core/catalog.ts';
import type { ModelSpec } from '../../core/contracts.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { PanelProps } from './panel-props.ts';
import { specAt } from './spec-at.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The experiment of the cell that is looked at. */
function specOf({ run, cell }: PanelProps): ExperimentSpec | undefined {
  return run && cell ? specAt(run.spec, cell.at) : run?.spec;
}

/** What the victim's training loss is, with its unit, as its model says. */
export function victimLossAxis(props: PanelProps): string {
  const models: Readonly<Record<string, ModelSpec>> = catalog.models;
  return models[specOf(props)?.victim.id ?? '']?.trainingLoss ?? 'Training loss';
}

/** The axis of a copy's ranking loss: a difference of scores, summed or averaged as the attack says. */
export function copyLossAxis(props: PanelProps): string {
  return `Ranking loss (score points, ${isSummed(props) ? 'sum' : 'means'})`;
}

/** Where the loss of a copy begins that ranks nothing; a sum over batches that differ in size has no such place. */
export function copyLevels(props: PanelProps): readonly Level[] {
  const attack = specOf(props)?.attack;
  return attack?.id === 'model-extraction' && !isSummed(props)
    ? [ignorance('A copy that knows nothing', attack.params, catalog.attacks['model-extraction'].parameters)]
    : [];
}

/** The same of the student of GRO, whose loss is always told as means. */
export function studentLevels(props: PanelProps): readonly Level[] {
  const gro = specOf(props)?.defenses.find(({ id }) => id === 'gro');
  return gro ? [ignorance('A student who knows nothing', gro.params, catalog.defenses.gro.parameters)] : [];
}

function isSummed(props: PanelProps): boolean {
  const { reduction } = catalog.attacks['model-extraction'].parameters;
  return (specOf(props)?.attack?.params['reduction'] ?? reduction.default) === 'sum';
}

/** m_1 + m_2: the ranking loss (Zhang et al. 2024, Eq. 4, as means) where all scores are equal. */
function ignorance(
  label: string,
  params: Parameters,
  schema: {
    readonly marginRank: { readonly default: number };
    readonly marginNegative: { readonly default: number };
  },
): Level {
  const [rank, negative] = (['marginRank', 'marginNegative'] as const).map((name) =>
    Number(params[name] ?? schema[name].default),
  ) as [number, number];
  return { key: 'nothing', label, style: guessing, value: rank + negative };
}
