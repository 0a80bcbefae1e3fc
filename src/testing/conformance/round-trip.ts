import { expect, test } from 'vitest';
import type { Spec } from '../../core/contracts.ts';
import { schemaOf } from '../../core/find-spec.ts';
import { decodeSpec, encodeSpec } from '../../core/params/codec.ts';
import { parseParameters } from '../../core/params/parse.ts';

/** Parameters that were shared come back as they were. */
export function testRoundTrip({ id, parameters: schema }: Spec, values: unknown): void {
  test('takes the same parameters back from JSON and from a URL', () => {
    const read = (given: unknown) => parseParameters(schema, given, id, schemaOf);
    expect(read(JSON.parse(JSON.stringify(values)))).toEqual(values);
    expect(read(decodeSpec(encodeSpec(values)))).toEqual(values);
  });
}
