import { catalog } from '../../core/catalog.ts';
import { unmetNeeds } from '../../core/compatibility.ts';
import type { DatasetSpec, Spec } from '../../core/contracts.ts';
import type { LabError } from '../../core/errors.ts';
import type { Component } from '../../core/params/fields.ts';
import { setPath } from '../../core/params/set-path.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { ComponentOption, RankedItem } from '../../components/form/form-context.tsx';

export type CatalogKind = Exclude<keyof typeof catalog, 'metrics'>;

/** The algorithms of one kind, each with the reason why it does not fit the rest of the spec, if it does not. */
export function optionsFor(
  kind: CatalogKind,
  spec: ExperimentSpec,
  path: string,
): readonly ComponentOption[] {
  const specs = Object.values<Spec>(catalog[kind]);
  return specs.map((entry) => ({
    id: entry.id,
    name: entry.name,
    summary: entry.summary,
    parameters: entry.parameters,
    unfit: unfitHere(entry, spec, path),
  }));
}

const rawOnly =
  'Its files may not be passed on with this page. Use the command line with --data, or "Your own file" here.';

function unfitHere(entry: Spec, spec: ExperimentSpec, path: string): string | undefined {
  if (entry.family === 'dataset' && (entry as DatasetSpec).origin === 'raw') return rawOnly;
  const chosen: Component = { id: entry.id, params: defaultsOf(entry) };
  const tried = /^(dataset|victim|attack|evaluation\.opponent)(\.params\.\w+)?$/.test(path);
  const changed = tried ? setPath(spec, path, chosen) : spec;
  const before = new Set(unmetNeeds(spec).map(({ reason }) => reason));
  const reasons = unmetNeeds(changed).filter(({ path: at, reason }) => at === path || !before.has(reason));
  return reasons[0]?.reason;
}

/** Parameters of an algorithm at their defaults. */
export function defaultsOf(spec: Pick<Spec, 'parameters'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(spec.parameters).map(([key, field]) => [key, field.default]));
}

/** The rule that the value at a place breaks, without the place: the field is beside it. */
export function problemAt(problems: readonly LabError[], path: string): string | undefined {
  const problem = problems.find((error) => error.path?.replace(/^spec\./, '') === path);
  if (!problem) return undefined;
  const text = problem.message;
  const prefix = `${problem.path}: `;
  return capitalized(text.startsWith(prefix) ? text.slice(prefix.length) : text);
}

/** True when a problem lies at the place or below it. */
export function hasProblemUnder(problems: readonly LabError[], path: string): boolean {
  return problems.some((error) => {
    const at = error.path?.replace(/^spec\./, '') ?? '';
    return at === path || at.startsWith(`${path}.`) || at.startsWith(`${path}[`);
  });
}

/** Titles by popularity rank, ties in the order of the data. */
export function rankedItems(titles: readonly string[], popularity: ArrayLike<number>): readonly RankedItem[] {
  if (titles.length !== popularity.length) return [];
  const order = titles.map((_, item) => item);
  order.sort((a, b) => (popularity[b] ?? 0) - (popularity[a] ?? 0) || a - b);
  return order.map((item, at) => ({ rank: at + 1, title: titles[item] ?? `Item ${item}`, item }));
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
