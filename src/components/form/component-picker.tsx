import { Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComponentOption } from './form-context.tsx';

interface ComponentPickerProps {
  readonly label: ReactNode;
  readonly description?: string;
  readonly options: readonly ComponentOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly error?: string | undefined;
}

/** A choice among algorithms. What does not fit stays in the list, greyed out, with its reason. */
export function ComponentPicker({
  label,
  description,
  options,
  value,
  onChange,
  error,
}: ComponentPickerProps) {
  const known = new Map(options.map((option) => [option.id, option]));
  const chosen = value === null ? undefined : known.get(value);
  return (
    <Select
      label={label}
      description={description ?? chosen?.summary}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      size="sm"
      allowDeselect={false}
      data={options.map((option) => ({
        value: option.id,
        label: option.name,
        disabled: option.unfit !== undefined && option.id !== value,
      }))}
      value={value}
      onChange={(id) => id !== null && onChange(id)}
      error={error ?? chosen?.unfit}
      comboboxProps={{ width: 'target' }}
      renderOption={({ option }) => {
        const entry = known.get(option.value);
        return (
          <div>
            <Text size="sm" fw={option.value === value ? 650 : 400}>
              {option.label}
            </Text>
            <Text size="sm" c="dimmed">
              {entry?.unfit ? `Not here: ${entry.unfit}` : entry?.summary}
            </Text>
          </div>
        );
      }}
    />
  );
}
