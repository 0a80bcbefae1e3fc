import { catalog, type Catalog } from './catalog.ts';
import type { Spec } from './contracts.ts';
import { badInput } from './errors.ts';
import type { ComponentFamily, Schema } from './params/fields.ts';
import type { SchemaLookup } from './params/parse.ts';

/** The spec of an id, or an error that names the ids there are. */
export function findSpec<Kind extends keyof Catalog>(kind: Kind, id: string, path: string): Spec {
  const specs = catalog[kind] as Readonly<Record<string, Spec>>;
  const spec = Object.hasOwn(specs, id) ? specs[id] : undefined;
  if (spec) return spec;
  const ids = Object.keys(specs).join(', ');
  throw badInput(
    path,
    ids ? `unknown ${kind.slice(0, -1)}; there are ${ids}` : `there are no ${kind} yet`,
    id,
  );
}

const kinds: Readonly<Record<ComponentFamily, keyof Catalog>> = {
  dataset: 'datasets',
  model: 'models',
  attack: 'attacks',
  defense: 'defenses',
};

/** The spec of a component that is a parameter. */
export const specOfComponent = (family: ComponentFamily, id: string, path: string): Spec =>
  findSpec(kinds[family], id, path);

/** How parameters that are components find their schema. */
export const schemaOf: SchemaLookup = (family, id, path): Schema =>
  specOfComponent(family, id, path).parameters;
