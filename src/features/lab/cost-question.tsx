import { Button, Group, Modal, Text } from '@mantine/core';
import { formatBytes, formatSeconds } from '../../components/charts/format.ts';

export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Above this a run is heavy work, and the page asks first. */
export function isHeavy(cost: Cost | undefined): cost is Cost {
  return cost !== undefined && (cost.seconds > 120 || cost.bytes > 1e9);
}

interface CostQuestionProps {
  readonly cost: Cost | undefined;
  readonly open: boolean;
  readonly onRun: () => void;
  readonly onClose: () => void;
}

/** Says what a heavy run costs before it starts. */
export function CostQuestion({ cost, open, onRun, onClose }: CostQuestionProps) {
  return (
    <Modal opened={open} onClose={onClose} title="This is a long run" centered>
      <Text size="sm">
        About {formatSeconds(cost?.seconds)} and {formatBytes(cost?.bytes)} of memory. The page stays usable,
        it can be paused or cancelled at any time, and finished stages are kept.
      </Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button onClick={onRun}>Run it</Button>
      </Group>
    </Modal>
  );
}
