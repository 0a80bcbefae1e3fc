import { Button, Group, Progress, Text } from '@mantine/core';
import { formatPercent, formatSeconds } from '../../components/charts/format.ts';
import { Icon } from '../../components/layout/icon.tsx';
import { LiveRegion } from '../../components/layout/live-region.tsx';
import { usePacedRun } from '../../stores/use-paced-run.ts';

/** How far the attack is, with the way to stop it. */
export function HeroProgress() {
  const { status, live, cancel, resume } = usePacedRun(250);
  const { progress, overall } = live;
  const fraction = status === 'done' ? 1 : (overall?.fraction ?? 0);
  const words = wordsFor(status, progress?.stage, overall?.remainingSeconds);
  return (
    <div className="hero-progress">
      <LiveRegion message={status === 'running' ? `${words} ${formatPercent(fraction)}` : words} />
      {status !== 'done' && (
        <Progress.Root size="md" radius="xl">
          <Progress.Section value={fraction * 100} aria-label="Progress of the attack" />
        </Progress.Root>
      )}
      <Group justify="space-between" mt={6} gap="xs">
        <Text size="sm">{words}</Text>
        {status === 'paused' && (
          <Button size="compact-sm" variant="default" onClick={resume}>
            Go on
          </Button>
        )}
        {(status === 'starting' || status === 'running' || status === 'paused') && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={cancel}
            leftSection={<Icon name="stop" size={14} />}
          >
            Cancel
          </Button>
        )}
      </Group>
    </div>
  );
}

function wordsFor(status: string, stage: string | undefined, remaining: number | null | undefined): string {
  switch (status) {
    case 'starting':
      return 'Loading the part that computes.';
    case 'running':
      return `${stage ?? 'Working'}${remaining === null || remaining === undefined ? '' : `, about ${formatSeconds(remaining)} left`}.`;
    case 'paused':
      return `Paused in: ${stage ?? 'start'}.`;
    case 'done':
      return 'Done: these numbers were computed in this tab.';
    case 'cancelled':
      return 'Cancelled. What was finished is still shown.';
    default:
      return '';
  }
}
