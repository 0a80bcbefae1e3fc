import { Button, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import type { Schema } from '../../core/params/fields.ts';
import { useFormScope } from './form-context.tsx';
import './form.css';
import { ParameterField } from './parameter-field.tsx';

interface ParameterFieldsProps {
  readonly schema: Schema;
  /** Place of the parameters in the spec: `attack.params`. */
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** All hyperparameters of one algorithm, drawn from its schema; the advanced ones folded away until asked for or wrong. */
export function ParameterFields({ schema, path, values }: ParameterFieldsProps) {
  const { problemAt } = useFormScope();
  const [open, setOpen] = useState(false);
  const advancedId = useId();
  const entries = Object.entries(schema);
  const advanced = entries.filter(([, field]) => field.advanced);
  const wrong = advanced.some(([key]) => problemAt(`${path}.${key}`) !== undefined);
  const draw = ([key, field]: (typeof entries)[number]) => (
    <ParameterField key={key} field={field} path={`${path}.${key}`} value={values[key]} />
  );
  return (
    <Stack gap="sm">
      {entries.filter(([, field]) => !field.advanced).map(draw)}
      {advanced.length > 0 && (
        <>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open || wrong}
            aria-controls={advancedId}
            onClick={() => setOpen(!open)}
            style={{ alignSelf: 'flex-start' }}
          >
            {open || wrong
              ? 'Fewer settings'
              : `${advanced.length} more ${advanced.length === 1 ? 'setting' : 'settings'}`}
          </Button>
          <Stack
            gap="sm"
            id={advancedId}
            hidden={!(open || wrong)}
            display={open || wrong ? undefined : 'none'}
          >
            {(open || wrong) && advanced.map(draw)}
          </Stack>
        </>
      )}
    </Stack>
  );
}
