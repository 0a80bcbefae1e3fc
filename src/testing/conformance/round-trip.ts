import { expect, test } from 'vitest';
import type { Spec } from '../../core/contracts.ts';
import { schemaOf } from '../../core/find-spec.ts';
import { decodeSpec, encodeSpec } from '../../core/params/codec.ts';
import type { Component, Schema } from '../../core/params/fields.ts';
import { parseParameters } from '../../core/params/parse.ts';

type Values = Readonly<Record<string, unknown>>;

/** Parameters that were shared come back as they were, but for those that are not read: they stand at their defaults. */
export function testRoundTrip({ id, parameters: schema }: Spec, given: Values): void {
  test('takes the same parameters back from JSON and from a URL', () => {
    const read = (values: unknown) => parseParameters(schema, values, id, schemaOf);
    const values = read(given);
    expect(values).toMatchObject(withoutUnread(schema, given));
    expect(read(JSON.parse(JSON.stringify(values)))).toEqual(values);
    expect(read(decodeSpec(encodeSpec(values)))).toEqual(values);
  });
}

function withoutUnread(schema: Schema, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = schema[name];
      if (field?.kind !== 'component') return [name, value];
      const { id, params } = value as Component;
      const kept = Object.entries(params).filter(([key]) => !field.unread?.includes(key));
      return [name, { id, params: Object.fromEntries(kept) }];
    }),
  );
}
