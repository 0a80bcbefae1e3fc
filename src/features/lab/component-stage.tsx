import { Stack } from '@mantine/core';
import { ComponentPicker } from '../../components/form/component-picker.tsx';
import { ParameterFields } from '../../components/form/parameter-fields.tsx';
import type { Component } from '../../core/params/fields.ts';
import { useExperiment } from '../../stores/session.ts';
import { optionsFor, problemAt, type CatalogKind } from './form-scope.ts';

interface ComponentStageProps {
  readonly label: string;
  readonly kind: CatalogKind;
  readonly path: string;
  readonly component: Component;
  /** Takes another algorithm, where more than this place of the spec changes with it. */
  readonly onChoose?: (component: Component) => void;
}

/** One algorithm of the pipeline: the choice, and below it its own parameters. */
export function ComponentStage({ label, kind, path, component, onChoose }: ComponentStageProps) {
  const spec = useExperiment((state) => state.spec);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  const choose = (next: Component) => setParam(path, next);
  const options = optionsFor(kind, spec, path);
  const chosen = options.find((option) => option.id === component.id);
  return (
    <Stack gap="sm">
      <ComponentPicker
        label={label}
        options={options}
        value={component.id}
        onChange={(id) => (onChoose ?? choose)({ id, params: {} })}
        error={problemAt(problems, `${path}.id`) ?? problemAt(problems, path)}
      />
      {chosen && (
        <ParameterFields schema={chosen.parameters} path={`${path}.params`} values={component.params} />
      )}
    </Stack>
  );
}
