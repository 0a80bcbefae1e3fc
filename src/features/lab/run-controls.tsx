import { Button, Group, Menu, NumberInput, Select, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { memo } from 'react';
import { Icon } from '../../components/layout/icon.tsx';
import { useShown } from '../../components/layout/lesson.tsx';
import type { RunOptions } from '../../lab/job.ts';
import type { BackendChoice } from '../../protocol/backend-report.ts';
import { useEnvironment, useExperiment, useRun } from '../../stores/session.ts';
import { problemAt } from './form-scope.ts';

interface RunControlsProps {
  /** Starts the edited experiment, after the cost was said where it is large. */
  readonly onRun: (options?: Pick<RunOptions, 'pauseAfter'>) => void | Promise<void>;
}

const backends: readonly { readonly value: BackendChoice; readonly label: string }[] = [
  { value: 'auto', label: 'Fastest' },
  { value: 'webgpu', label: 'WebGPU' },
  { value: 'wasm', label: 'WASM' },
  { value: 'cpu', label: 'CPU' },
];

const steps = [
  { size: 'inner', label: 'One inner step', help: 'one training step of a model' },
  { size: 'outer', label: 'One outer step', help: 'one improvement of the fake profiles' },
  { size: 'stage', label: 'One stage', help: 'to the end of this victim or attack' },
] as const;

/** Run, pause, step, cancel, reset; seed, repeats and backend. */
export const RunControls = memo(function RunControls({ onRun }: RunControlsProps) {
  const status = useRun((state) => state.status);
  const pause = useRun((state) => state.pause);
  const resume = useRun((state) => state.resume);
  const step = useRun((state) => state.step);
  const cancel = useRun((state) => state.cancel);
  const reset = useRun((state) => state.reset);
  const { seed, repeats } = useExperiment((state) => state.spec);
  const valid = useExperiment((state) => state.valid !== null);
  const problems = useExperiment((state) => state.problems);
  const setParam = useExperiment((state) => state.setParam);
  const choice = useEnvironment((state) => state.choice);
  const choose = useEnvironment((state) => state.choose);
  const shown = {
    steps: useShown('steps'),
    seed: useShown('seed'),
    repeats: useShown('repeats'),
    backend: useShown('backend'),
  };
  const active = status === 'starting' || status === 'running' || status === 'paused';
  const toggle = () => {
    if (status === 'running') pause();
    else if (status === 'paused') resume();
    else if (!active && valid) void onRun();
  };
  const stepBy = (size: (typeof steps)[number]['size']) =>
    active ? step(size) : valid && void onRun({ pauseAfter: size });
  useHotkeys([
    ['mod+Enter', toggle],
    ['mod+.', () => active && cancel()],
  ]);
  return (
    <Group gap="xs" align="flex-end">
      {status === 'running' ? (
        <Button onClick={pause} leftSection={<Icon name="pause" />}>
          Pause
        </Button>
      ) : status === 'paused' ? (
        <Button onClick={resume} leftSection={<Icon name="play" />}>
          Go on
        </Button>
      ) : (
        <Button
          onClick={() => onRun()}
          disabled={!valid}
          loading={status === 'starting'}
          leftSection={<Icon name="play" />}
        >
          Run
        </Button>
      )}
      {shown.steps && (
        <Menu>
          <Menu.Target>
            <Button variant="default" disabled={!valid && !active} leftSection={<Icon name="step" />}>
              Step
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {steps.map(({ size, label, help }) => (
              <Menu.Item key={size} onClick={() => stepBy(size)}>
                {label}
                <Text size="sm" c="dimmed">
                  {help}
                </Text>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button variant="default" onClick={cancel} disabled={!active} leftSection={<Icon name="stop" />}>
        Cancel
      </Button>
      <Button
        variant="default"
        onClick={reset}
        disabled={status === 'idle'}
        leftSection={<Icon name="reset" />}
      >
        Reset
      </Button>
      {shown.seed && (
        <NumberInput
          label="Seed"
          w={110}
          min={0}
          allowDecimal={false}
          clampBehavior="none"
          value={typeof seed === 'number' ? seed : ''}
          onChange={(value) => setParam('seed', value === '' ? null : Number(value))}
          error={problemAt(problems, 'seed')}
          disabled={active}
        />
      )}
      {shown.repeats && (
        <NumberInput
          label="Repeats"
          w={90}
          min={1}
          allowDecimal={false}
          clampBehavior="none"
          value={typeof repeats === 'number' ? repeats : ''}
          onChange={(value) => setParam('repeats', value === '' ? null : Number(value))}
          error={problemAt(problems, 'repeats')}
          disabled={active}
        />
      )}
      {shown.backend && (
        <Select
          label="Backend"
          w={120}
          allowDeselect={false}
          data={[...backends]}
          value={choice}
          onChange={(value) => value !== null && choose(value)}
          disabled={active}
        />
      )}
    </Group>
  );
});
