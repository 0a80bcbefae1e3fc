import { Progress, Text } from '@mantine/core';
import { formatBytes, formatPercent, formatSeconds } from '../../components/charts/format.ts';
import { LiveRegion } from '../../components/layout/live-region.tsx';
import { usePacedRun } from '../../stores/use-paced-run.ts';

const words = {
  idle: 'Ready',
  starting: 'Loading the part that computes',
  running: 'Running',
  paused: 'Paused',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled: what was finished is still shown',
} as const;

/**
 * Where the run is: stage, share done, elapsed and remaining time, and memory as it is read at reports: within a step there is more. Its line
 * keeps its height while the words change: one that wraps now and then moves the whole page, and every chart is laid out anew.
 */
export function RunStatus() {
  const { status, live } = usePacedRun(250);
  const { overall, progress } = live;
  const fraction = status === 'done' ? 1 : (overall?.fraction ?? 0);
  const place =
    progress && status !== 'done'
      ? `${progress.stage}, ${progress.done} of ${progress.total} ${progress.unit}`
      : '';
  const remaining = overall?.remainingSeconds;
  const facts = [
    overall && `${formatSeconds(overall.elapsedSeconds)} elapsed`,
    status === 'running' &&
      remaining !== null &&
      remaining !== undefined &&
      `about ${formatSeconds(remaining)} left`,
    overall &&
      `${formatBytes(overall.tensorBytes)} of tensors between steps (at most ${formatBytes(overall.peakTensorBytes)})`,
  ].filter(Boolean);
  return (
    <div className="run-status">
      <LiveRegion
        message={`${words[status]}. ${place} ${status === 'running' ? formatPercent(fraction) : ''}`}
      />
      <Progress.Root size="sm" radius="xl">
        <Progress.Section value={fraction * 100} aria-label="Progress of the run" />
      </Progress.Root>
      <div className="run-status-line">
        <Text size="sm" className="run-place">
          <strong>{words[status]}</strong>
          {place && `: ${place}`}
        </Text>
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
    </div>
  );
}
