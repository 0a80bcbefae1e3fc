import { Button, Group, Text } from '@mantine/core';
import { formatBytes, formatSeconds } from '../../components/charts/format.ts';
import type { CostState } from './use-cost.ts';

interface CostLineProps {
  readonly state: CostState;
  readonly busy: boolean;
}

/** What the experiment would take, and the button that measures it on this machine without starting it. */
export function CostLine({ state: { cost, measured, measuring, problem, measure }, busy }: CostLineProps) {
  const where = measured ? 'on this machine' : 'on a laptop, by the preset’s own figure';
  const text = measuring
    ? 'Trying a few steps…'
    : cost
      ? `About ${formatSeconds(cost.seconds)} and ${formatBytes(cost.bytes)} ${where}.`
      : 'Not measured yet.';
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c={problem ? 'red' : 'dimmed'} role="status">
        Cost: {problem ?? text}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={measuring}
        disabled={busy}
        onClick={() => void measure()}
      >
        Estimate here
      </Button>
    </Group>
  );
}
