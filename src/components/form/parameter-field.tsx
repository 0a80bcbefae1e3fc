import { Select, Stack, Switch, TextInput } from '@mantine/core';
import type { Component, ComponentField, Field, Schema } from '../../core/params/fields.ts';
import { ComponentPicker } from './component-picker.tsx';
import { FieldLabel } from './field-label.tsx';
import { useFormScope } from './form-context.tsx';
import { ItemsFieldInput } from './items-field.tsx';
import { FoldedFields } from './folded-fields.tsx';
import { NumberListField } from './list-field.tsx';
import { NumberField } from './number-field.tsx';
import { ParameterFields } from './parameter-fields.tsx';

interface ParameterFieldProps {
  readonly field: Field;
  readonly path: string;
  readonly value: unknown;
}

/** Draws one hyperparameter by its kind. */
export function ParameterField({ field, path, value }: ParameterFieldProps) {
  const { change, problemAt } = useFormScope();
  const given = value === undefined ? field.default : value;
  switch (field.kind) {
    case 'integer':
    case 'real':
      return <NumberField field={field} path={path} value={given} />;
    case 'list':
      return <NumberListField field={field} path={path} value={given} />;
    case 'items':
      return <ItemsFieldInput field={field} path={path} value={given} />;
    case 'component':
      return <NestedComponent field={field} path={path} value={given as Component} />;
    case 'flag':
      return (
        <Switch
          label={<FieldLabel field={field} />}
          description={field.help}
          checked={given === true}
          onChange={(event) => change(path, event.currentTarget.checked)}
          error={problemAt(path)}
          size="sm"
        />
      );
    case 'text':
      return (
        <TextInput
          label={<FieldLabel field={field} />}
          description={field.help}
          value={typeof given === 'string' ? given : ''}
          onChange={(event) => change(path, event.currentTarget.value)}
          error={problemAt(path)}
          size="sm"
        />
      );
    case 'choice':
      return (
        <Select
          label={<FieldLabel field={field} />}
          description={field.help}
          data={Object.entries<string>(field.options).map(([id, label]) => ({ value: id, label }))}
          value={String(given)}
          onChange={(option) => option !== null && change(path, option)}
          allowDeselect={false}
          error={problemAt(path)}
          size="sm"
        />
      );
  }
}

interface NestedComponentProps {
  readonly field: ComponentField;
  readonly path: string;
  readonly value: Component;
}

function NestedComponent({ field, path, value }: NestedComponentProps) {
  const { change, problemAt, hasProblemBelow, options } = useFormScope();
  const offered = options(field.of, path);
  const chosen = offered.find((option) => option.id === value.id);
  return (
    <Stack gap="xs">
      <ComponentPicker
        label={<FieldLabel field={field} />}
        description={field.help}
        options={offered}
        value={value.id}
        onChange={(id) => change(path, { id, params: {} })}
        error={problemAt(`${path}.id`) ?? problemAt(path)}
      />
      {chosen && (
        <FoldedFields name={chosen.name} wrong={hasProblemBelow(`${path}.params`)}>
          <ParameterFields
            schema={readOf(field, chosen.parameters)}
            path={`${path}.params`}
            values={value.params}
          />
        </FoldedFields>
      )}
    </Stack>
  );
}

/** What plays a part in this place. */
function readOf({ unread = [] }: ComponentField, schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !unread.includes(name)));
}
