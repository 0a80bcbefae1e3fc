import { Text } from '@mantine/core';
import type { Field } from '../../core/params/fields.ts';

/** Plain words first, the symbol of the field after them. */
export function FieldLabel({ field }: { readonly field: Field }) {
  return (
    <>
      {field.label}
      {field.symbol && (
        <Text span c="dimmed" fs="italic" inherit>
          {' '}
          {field.symbol}
        </Text>
      )}
    </>
  );
}
