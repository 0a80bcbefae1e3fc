import { TagsInput } from '@mantine/core';
import type { ListField } from '../../core/params/fields.ts';
import { FieldLabel } from './field-label.tsx';
import { useFormScope } from './form-context.tsx';

interface NumberListFieldProps {
  readonly field: ListField;
  readonly path: string;
  readonly value: unknown;
}

/** A list of numbers, entered one after the other. */
export function NumberListField({ field, path, value }: NumberListFieldProps) {
  const { change, problemAt } = useFormScope();
  return (
    <NumberList
      label={<FieldLabel field={field} />}
      description={`${field.help} At most ${field.maxLength} numbers; Enter adds one.`}
      value={Array.isArray(value) ? value.map(Number) : []}
      error={problemAt(path)}
      onChange={(next) => change(path, next)}
    />
  );
}

interface NumberListProps {
  readonly label: React.ReactNode;
  readonly description?: string;
  readonly value: readonly number[];
  readonly error?: string | undefined;
  readonly onChange: (value: readonly number[]) => void;
}

/** Numbers as tags; what is no number is left out. */
export function NumberList({ label, description, value, error, onChange }: NumberListProps) {
  return (
    <TagsInput
      label={label}
      description={description}
      value={value.map(String)}
      onChange={(tags) => onChange(tags.map(Number).filter((number) => Number.isFinite(number)))}
      splitChars={[',', ' ', ';']}
      error={error}
      size="sm"
    />
  );
}
