import { Button, Group, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { RankedItem } from '../../components/form/form-context.tsx';
import { useExperiment } from '../../stores/session.ts';
import { PipelineForm } from './pipeline-form.tsx';
import { stageSummary } from './stage-summary.ts';

interface PipelineSectionProps {
  readonly items: readonly RankedItem[];
  readonly onFiles: (files: Readonly<Record<string, Blob>>) => void;
  /** There are results below the form, which a narrow screen should show first. */
  readonly withResults: boolean;
}

const summarized = ['data', 'victim', 'attack', 'defenses'] as const;

/** The experiment's form; on a narrow screen folded to a summary once there are results, which would stand far below it. */
export function PipelineSection({ items, onFiles, withResults }: PipelineSectionProps) {
  const narrow = useMediaQuery('(max-width: 64em)', false, { getInitialValueInEffect: false });
  const spec = useExperiment((state) => state.spec);
  const faulty = useExperiment((state) => state.problems.length > 0);
  const [editing, setEditing] = useState(false);
  const foldable = narrow && withResults && !faulty;
  const folded = foldable && !editing;
  return (
    <section className="lab-pipeline" aria-labelledby="pipeline-title">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2} id="pipeline-title">
          Pipeline
        </Title>
        {foldable && (
          <Button
            size="xs"
            variant="default"
            aria-expanded={!folded}
            aria-controls="pipeline-form"
            onClick={() => setEditing(!editing)}
          >
            {folded ? 'Edit' : 'Fold'}
          </Button>
        )}
      </Group>
      {folded && (
        <Text size="sm" c="dimmed">
          {summarized
            .filter((stage) => stage !== 'defenses' || spec.defenses.length > 0)
            .map((stage) => stageSummary(stage, spec))
            .join(' · ')}
        </Text>
      )}
      <div id="pipeline-form" hidden={folded}>
        <PipelineForm items={items} onFiles={onFiles} />
      </div>
    </section>
  );
}
