import { Accordion, Alert, List, Text } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import { FormScopeProvider, type FormScope, type RankedItem } from '../../components/form/form-context.tsx';
import { useExperiment } from '../../stores/session.ts';
import { AttackStage } from './attack-stage.tsx';
import { DatasetStage } from './dataset-stage.tsx';
import { DefenseStage } from './defense-stage.tsx';
import { EvaluationStage } from './evaluation-stage.tsx';
import { hasProblemUnder, optionsFor, problemAt, type CatalogKind } from './form-scope.ts';
import { ComponentStage } from './component-stage.tsx';
import { stageSummary } from './stage-summary.ts';

interface PipelineFormProps {
  readonly items: readonly RankedItem[];
  readonly onFiles: (files: Readonly<Record<string, Blob>>) => void;
}

const kindOf: Readonly<Record<string, CatalogKind>> = {
  dataset: 'datasets',
  model: 'models',
  attack: 'attacks',
  defense: 'defenses',
};

/** The experiment as a pipeline: data, split, victim, attack, defenses, evaluation, each stage drawn from its spec. */
export const PipelineForm = memo(function PipelineForm({ items, onFiles }: PipelineFormProps) {
  const spec = useExperiment((state) => state.spec);
  const problems = useExperiment((state) => state.problems);
  const warnings = useExperiment((state) => state.warnings);
  const setParam = useExperiment((state) => state.setParam);
  const [open, setOpen] = useState<string[]>(() =>
    matchMedia('(min-width: 64em)').matches ? ['attack'] : [],
  );
  const scope = useMemo<FormScope>(
    () => ({
      items,
      change: setParam,
      problemAt: (path) => problemAt(problems, path),
      hasProblemBelow: (path) => hasProblemUnder(problems, path),
      options: (family, path) => optionsFor(kindOf[family] ?? 'models', spec, path),
    }),
    [items, setParam, problems, spec],
  );
  const stages = [
    { id: 'data', name: 'Data', paths: ['dataset', 'prepare'], body: <DatasetStage onFiles={onFiles} /> },
    {
      id: 'split',
      name: 'Split',
      paths: ['split'],
      body: (
        <ComponentStage
          label="How items are hidden for the test"
          kind="splits"
          path="split"
          component={spec.split}
        />
      ),
    },
    {
      id: 'victim',
      name: 'Victim',
      paths: ['victim'],
      body: (
        <ComponentStage
          label="Recommender under attack"
          kind="models"
          path="victim"
          component={spec.victim}
        />
      ),
    },
    { id: 'attack', name: 'Attack', paths: ['attack'], body: <AttackStage /> },
    { id: 'defenses', name: 'Defenses', paths: ['defenses'], body: <DefenseStage /> },
    { id: 'evaluation', name: 'Evaluation', paths: ['evaluation'], body: <EvaluationStage /> },
  ];
  const wrong = stages
    .filter(({ paths }) => paths.some((path) => hasProblemUnder(problems, path)))
    .map(({ id }) => id);
  return (
    <FormScopeProvider value={scope}>
      {problems.length > 0 && (
        <Alert color="red" variant="outline" title="This experiment cannot run yet" mb="sm" role="alert">
          <List size="sm" className="named-places">
            {problems.slice(0, 6).map((problem) => (
              <List.Item key={problem.message}>{problem.message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert variant="outline" title="Good to know before you run" mb="sm" role="status">
          <List size="sm" className="named-places">
            {warnings.slice(0, 6).map(({ path, reason }) => (
              <List.Item key={`${path} ${reason}`}>
                {path}: {reason}.
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Accordion
        multiple
        value={[...new Set([...open, ...wrong])]}
        onChange={setOpen}
        variant="separated"
        order={3}
      >
        {stages.map((stage, at) => (
          <Accordion.Item key={stage.id} value={stage.id}>
            <Accordion.Control>
              <Text fw={650}>
                {at + 1}. {stage.name}
              </Text>
              <Text size="sm" c="dimmed" lineClamp={1}>
                {stageSummary(stage.id, spec)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>{stage.body}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </FormScopeProvider>
  );
});
