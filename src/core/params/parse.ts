import { z } from 'zod';
import { badInput } from '../errors.ts';
import type { Component, ComponentFamily, Field, ParametersOf, Schema } from './fields.ts';

/** Finds the schema of a component, or throws an error that names the ids there are. */
export type SchemaLookup = (family: ComponentFamily, id: string, path: string) => Schema;

const selectionOf = (least: 0 | 1) =>
  z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('id'), ids: z.array(z.string()).min(least) }),
    z.strictObject({ by: z.literal('popularity-rank'), ranks: z.array(z.number().int().min(1)).min(least) }),
    z.strictObject({
      by: z.literal('stratum'),
      stratum: z.enum(['head', 'upper-torso', 'lower-torso', 'tail']),
      count: z.number().int().min(1),
    }),
  ]);
const selection = selectionOf(1);
const selectionOrNone = selectionOf(0);

const componentShape = z.strictObject({
  id: z.string(),
  params: z.record(z.string(), z.unknown()).default({}),
});

/** The zod schema of one field. Numbers must be finite. */
function validatorOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'integer':
      return z.int().min(field.min).max(field.max);
    case 'real':
      return z.number().min(field.min).max(field.max);
    case 'choice':
      return z.enum(Object.keys(field.options) as [string, ...string[]]);
    case 'flag':
      return z.boolean();
    case 'text':
      return z.string();
    case 'list': {
      const entry = field.integer ? z.int() : z.number();
      return z.array(entry.min(field.min).max(field.max)).max(field.maxLength);
    }
    case 'items':
      return field.mayBeEmpty ? selectionOrNone : selection;
    case 'component':
      return componentShape;
  }
}

/**
 * Validates the parameters of one component and fills in defaults. Unknown keys and bad values are rejected with the
 * path of the place, the rule and the value. Nested components are validated the same way; what is not read of them is set to its default,
 * so that two specs that mean the same are the same.
 */
export function parseParameters<S extends Schema>(
  schema: S,
  given: unknown,
  path: string,
  lookup: SchemaLookup,
): ParametersOf<S> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw badInput(path, 'must be an object of parameters', given);
  }
  const values = given as Record<string, unknown>;
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(schema, key)) {
      const known = Object.keys(schema).join(', ');
      throw badInput(
        `${path}.${key}`,
        known ? `unknown parameter; there are ${known}` : 'takes no parameters',
        values[key],
      );
    }
  }
  const parsed: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema)) {
    parsed[key] = parseField(
      field,
      values[key] === undefined ? field.default : values[key],
      `${path}.${key}`,
      lookup,
    );
  }
  return parsed as ParametersOf<S>;
}

/** Validates one value against its field. */
export function parseField(field: Field, value: unknown, path: string, lookup: SchemaLookup): unknown {
  const parsed = parseShape(validatorOf(field), value, path);
  if (field.kind !== 'component') return parsed;
  const { id, params } = parseComponent(field.of, parsed, path, lookup);
  const schema = lookup(field.of, id, `${path}.id`);
  const unread = (field.unread ?? []).filter((name) => Object.hasOwn(schema, name));
  return {
    id,
    params: { ...params, ...Object.fromEntries(unread.map((name) => [name, schema[name]?.default])) },
  };
}

/** Validates `{"id", "params"}` of a family. */
export function parseComponent(
  family: ComponentFamily,
  given: unknown,
  path: string,
  lookup: SchemaLookup,
): Component {
  const { id, params } = parseShape(componentShape, given, path) as Component;
  return { id, params: parseParameters(lookup(family, id, `${path}.id`), params, `${path}.params`, lookup) };
}

/** Runs a zod schema and turns its first issue into a bad-input error. */
export function parseShape<T>(shape: z.ZodType<T>, value: unknown, path: string): T {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = (issue?.path ?? []).reduce<string>(
    (at, key) => (typeof key === 'number' ? `${at}[${key}]` : `${at}.${String(key)}`),
    path,
  );
  throw badInput(place, issue ? ruleOf(issue) : 'is not valid', valueAt(value, issue?.path ?? []));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = value;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at;
}

/** A zod issue as the lab words its rules. */
function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `unknown key ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    default:
      return issue.message;
  }
}

function unitOf(origin: string): string {
  return origin === 'array' ? ' entries' : origin === 'string' ? ' characters' : '';
}
