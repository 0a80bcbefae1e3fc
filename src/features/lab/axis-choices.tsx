import { Select } from '@mantine/core';
import type { Axis } from '../../core/run/experiment-spec.ts';
import { capital, labelsOf } from './axis-kinds.ts';

interface AxisChoicesProps {
  readonly axes: readonly Axis[];
  readonly fixed: Readonly<Record<string, string>>;
  readonly onFixed: (fixed: Readonly<Record<string, string>>) => void;
}

/** For every axis that a picture has no room for: average over it, or look at one of its points. */
export function AxisChoices({ axes, fixed, onFixed }: AxisChoicesProps) {
  return axes.map((axis) => (
    <Select
      key={axis.name}
      size="xs"
      label={capital(axis.name)}
      allowDeselect={false}
      data={[
        { value: '', label: 'mean over all' },
        ...labelsOf(axis).map((label) => ({ value: `=${label}`, label })),
      ]}
      value={axis.name in fixed ? `=${fixed[axis.name]}` : ''}
      onChange={(value) => {
        const { [axis.name]: _, ...others } = fixed;
        onFixed(value ? { ...others, [axis.name]: value.slice(1) } : others);
      }}
    />
  ));
}
