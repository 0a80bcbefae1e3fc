import { Button, Popover, Stack, Text } from '@mantine/core';
import type { BackendReport } from '../../protocol/backend-report.ts';
import { Icon } from './icon.tsx';

interface BackendBadgeProps {
  /** null until a backend was opened. */
  readonly report: BackendReport | null;
  readonly probing: boolean;
  readonly error: string | undefined;
  /** Shared memory is allowed, hence threads in WASM. */
  readonly isolated: boolean;
  readonly onProbe: () => void;
}

const names = { webgpu: 'WebGPU', wasm: 'WASM', cpu: 'CPU' } as const;

/** Which backend computes; a press says why, and what was not taken for which reason. */
export function BackendBadge({ report, probing, error, isolated, onProbe }: BackendBadgeProps) {
  const face = report ? names[report.name] : probing ? 'Checking' : error ? 'No backend' : 'Backend';
  return (
    <Popover width={340} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="chip" size={15} />}
          aria-label={`Backend: ${face}`}
        >
          {face}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="About the backend">
        <Stack gap="xs">
          {report ? (
            <Facts report={report} />
          ) : (
            <Text size="sm">
              {error ??
                'The part that computes is loaded with the first run. It can be opened now, to see what this machine offers.'}
            </Text>
          )}
          {!isolated && (
            <Text size="sm">
              WASM has one thread here: the host of this page does not isolate it. The page works, only
              slower.
            </Text>
          )}
          <Button size="xs" variant="default" loading={probing} onClick={onProbe}>
            {report ? 'Check again' : 'Check this machine'}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Facts({ report }: { readonly report: BackendReport }) {
  const { selfTest } = report;
  return (
    <>
      <Text size="sm" fw={650}>
        {names[report.name]} ({report.adapter}
        {report.threads > 1 && `, ${report.threads} threads`})
      </Text>
      <Text size="sm">{report.reason}</Text>
      {report.isSoftware && (
        <Text size="sm">This graphics adapter is emulated on the CPU, so it is slow.</Text>
      )}
      <Text size="sm" c="dimmed">
        Self-test passed{selfTest.cached ? ' on an earlier visit' : ` in ${selfTest.seconds.toFixed(1)} s`}.
      </Text>
    </>
  );
}
