import { ActionIcon, Button, CopyButton, Group, Tooltip } from '@mantine/core';
import { saveFile } from '../../components/charts/export-chart.ts';
import { Icon } from '../../components/layout/icon.tsx';
import { useShown } from '../../components/layout/lesson.tsx';
import { useExperiment, useRun } from '../../stores/session.ts';
import { shareLink, useViewChoices } from './lab-address.ts';

/** Undo, redo, share, export. */
export function LabTools() {
  const { undo, redo, canUndo, canRedo, packed, valid } = useExperiment((state) => state);
  const result = useRun((state) => state.result);
  const [choices] = useViewChoices();
  const share = useShown('share');
  const exported = useShown('export');
  return (
    <Group gap={4}>
      <Tooltip label="Undo">
        <ActionIcon variant="subtle" size="lg" aria-label="Undo" onClick={undo} disabled={!canUndo}>
          <Icon name="undo" />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Redo">
        <ActionIcon variant="subtle" size="lg" aria-label="Redo" onClick={redo} disabled={!canRedo}>
          <Icon name="redo" />
        </ActionIcon>
      </Tooltip>
      {share && (
        <CopyButton value={valid ? shareLink(packed(), choices) : ''} timeout={2500}>
          {({ copied, copy }) => (
            <Button
              variant="subtle"
              size="sm"
              onClick={copy}
              disabled={!valid}
              leftSection={<Icon name="share" />}
            >
              <span aria-live="polite">{copied ? 'Link copied' : 'Share'}</span>
            </Button>
          )}
        </CopyButton>
      )}
      {exported && (
        <Tooltip
          label={result ? 'The whole result as JSON' : 'There is a result to export when a run is done'}
        >
          <Button
            variant="subtle"
            size="sm"
            leftSection={<Icon name="download" />}
            data-disabled={!result || undefined}
            aria-disabled={!result}
            onClick={() => result && saveFile('result.json', resultFile(result))}
          >
            Export
          </Button>
        </Tooltip>
      )}
    </Group>
  );
}

function resultFile(result: object): Blob {
  return new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: 'application/json' });
}
