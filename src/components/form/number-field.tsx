import { NumberInput } from '@mantine/core';
import { formatValue } from '../charts/format.ts';
import type { IntegerField, RealField } from '../../core/params/fields.ts';
import { FieldLabel } from './field-label.tsx';
import { useFormScope } from './form-context.tsx';

interface NumberFieldProps {
  readonly field: IntegerField | RealField;
  readonly path: string;
  readonly value: unknown;
}

/** A number with its bounds said and not enforced while typing: a value out of bounds is told at the field, never changed silently. */
export function NumberField({ field, path, value }: NumberFieldProps) {
  const { change, problemAt } = useFormScope();
  const integer = field.kind === 'integer';
  return (
    <NumberInput
      label={<FieldLabel field={field} />}
      description={`${field.help} From ${formatValue(field.min)} to ${formatValue(field.max)}.`}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => change(path, next === '' ? null : Number(next))}
      allowDecimal={!integer}
      step={integer ? 1 : stepFor(field)}
      decimalScale={integer ? 0 : 12}
      clampBehavior="none"
      error={problemAt(path)}
      size="sm"
    />
  );
}

/** A step that suits the size of the default: a tenth of its power of ten. */
function stepFor(field: IntegerField | RealField): number {
  const size = Math.abs(field.default);
  return size > 0 ? 10 ** (Math.floor(Math.log10(size)) - 1) : 0.01;
}
