import type { Catalog } from '../catalog.ts';
import { unmetNeeds } from '../compatibility.ts';
import { badInput, incompatible } from '../errors.ts';
import { findSpec, schemaOf } from '../find-spec.ts';
import type { Spec } from '../contracts.ts';
import type { Component } from '../params/fields.ts';
import { downstreamFields } from '../params/downstream-fields.ts';
import { parseParameters } from '../params/parse.ts';
import { setPath } from '../params/set-path.ts';
import { artifactOf } from './artifact-of.ts';
import { refuseFaults } from './refuse-faults.ts';
import { withSharedBudget } from './shared-budget.ts';
import { parseExperimentShape, type ExperimentSpec } from './experiment-spec.ts';
import { distinct, warningsOf, type PlanWarning } from './plan-warnings.ts';

/** One combination of axis points: a spec without axes, all parameters present. */
export interface PlannedCell {
  readonly at: Readonly<Record<string, string>>;
  readonly spec: ExperimentSpec;
}

export interface ExperimentPlan {
  /** The spec as given, defaults of its shape filled in. */
  readonly spec: ExperimentSpec;
  readonly cells: readonly PlannedCell[];
  /** What will not be as the spec seems to say, though it runs. */
  readonly warnings: readonly PlanWarning[];
}

/**
 * Checks a spec whole and multiplies out its axes. Axis points apply in axis order. Throws bad input with the path of the first
 * fault, or `incompatible` when the choices of a cell do not fit together.
 */
export function planExperiment(given: unknown): ExperimentPlan {
  const spec = parseExperimentShape(given);
  let cells: { at: Record<string, string>; spec: ExperimentSpec }[] = [
    { at: {}, spec: { ...spec, axes: [] } },
  ];
  for (const axis of spec.axes) {
    cells = cells.flatMap((cell) =>
      axis.points.map((point) => {
        let changed: unknown = cell.spec;
        for (const [path, value] of Object.entries(point.set)) changed = setPath(changed, path, value);
        return { at: { ...cell.at, [axis.name]: point.label }, spec: parseExperimentShape(changed) };
      }),
    );
  }
  const planned = cells.map((cell) => ({ at: cell.at, spec: completed(cell.spec) }));
  const warnings = cells.flatMap((cell, at) => warningsOf(cell.spec, (planned[at] as PlannedCell).spec));
  return { spec, cells: planned, warnings: distinct(warnings) };
}

/** Every component checked against its schema and completed with defaults. */
function completed(spec: ExperimentSpec): ExperimentSpec {
  const chosen: ExperimentSpec = {
    ...spec,
    dataset: complete('datasets', spec.dataset, 'dataset'),
    prepare: spec.prepare.map((step, at) => complete('preparations', step, `prepare[${at}]`)),
    split: complete('splits', spec.split, 'split'),
    victim: complete('models', spec.victim, 'victim'),
    attack: spec.attack && complete('attacks', spec.attack, 'attack'),
    defenses: spec.defenses.map((defense, at) => complete('defenses', defense, `defenses[${at}]`)),
  };
  const full = withDownstream(withOpponent(chosen));
  checkDataOnly(full);
  checkPoints(full);
  const unmet = unmetNeeds(full);
  if (unmet.length > 0)
    throw incompatible(
      unmet.map(({ reason }) => reason),
      unmet[0]?.path,
    );
  return full;
}

/** The opponent of an attack by fake users, completed; beside another attack it plays no part. */
function withOpponent(spec: ExperimentSpec): ExperimentSpec {
  const { attack, evaluation } = spec;
  if (!evaluation.opponent || !attack || artifactOf(attack) !== 'poison') return spec;
  const shared = withSharedBudget(evaluation.opponent, attack);
  const opponent = complete('attacks', shared, 'evaluation.opponent');
  return { ...spec, evaluation: { ...evaluation, opponent } };
}

/** What a thief does with the copy, completed; beside an attack that steals nothing it is a mistake. */
function withDownstream(spec: ExperimentSpec): ExperimentSpec {
  const { attack, evaluation } = spec;
  const path = 'evaluation.downstream';
  if (!evaluation.downstream) return spec;
  if (!attack || artifactOf(attack) !== 'surrogate')
    throw badInput(path, 'needs an attack that steals a model', attack?.id ?? null);
  const downstream = parseParameters(downstreamFields, evaluation.downstream, path, schemaOf);
  return { ...spec, evaluation: { ...evaluation, downstream } };
}

function complete(kind: keyof Catalog, { id, params }: Component, path: string): Component {
  const spec: Spec = findSpec(kind, id, `${path}.id`);
  const completed = parseParameters(spec.parameters, params, `${path}.params`, schemaOf);
  refuseFaults(spec, completed, `${path}.params`);
  return { id, params: completed };
}

/** Data alone are described without anything that would be done to them. */
function checkDataOnly({ evaluation, attack, defenses }: ExperimentSpec): void {
  if (!evaluation.dataOnly) return;
  if (attack) throw badInput('attack', 'must be null where the data alone are described', attack.id);
  if (defenses.length > 0)
    throw badInput('defenses', 'must be empty where the data alone are described', defenses.length);
}

/** Evaluation checkpoints count something that the victim or the attack has. */
function checkPoints({ evaluation, attack }: ExperimentSpec): void {
  const { at } = evaluation;
  if (!at || at.of === 'epochs') return;
  if (attack && Object.hasOwn(attack.params, at.of)) return;
  if (attack && at.of === 'queries' && artifactOf(attack) === 'surrogate') return;
  throw badInput(
    'evaluation.at.of',
    `must be something that ${attack?.id ?? 'an attack'} counts; it has no ${at.of}`,
    at.of,
  );
}
