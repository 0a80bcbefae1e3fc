import { Code, List, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { formatBytes, formatSeconds } from '../../components/charts/format.ts';
import type { Preset } from '../../core/experiments/preset.ts';

/** A wrapping row in place of one as wide as its longest command. */
const asBlock = { display: 'block' } as const;

/** Experiments at a paper's own size: hours of work, and often data that this page may not bring, so with their command. */
export function PaperSizeList({ presets }: { readonly presets: readonly Preset[] }) {
  if (presets.length === 0) return null;
  return (
    <div className="paper-size">
      <Title order={4}>At the paper’s own size</Title>
      <Text size="sm" c="dimmed">
        For the command line, where the raw data and the hours are.
      </Text>
      <List size="sm" mt="xs" spacing="xs" styles={{ itemWrapper: asBlock, itemLabel: asBlock }}>
        {presets.map(({ id, title, estimate, spec }) => (
          <List.Item key={id}>
            <Link href={`/lab?preset=${id}`}>{title}</Link>, about {formatSeconds(estimate.seconds)} and{' '}
            {formatBytes(estimate.bytes)}
            <Code block mt={4}>
              npm run experiment -- run {id} {isOwnFile(spec) ? '--file FILE' : '--data DIR'}
            </Code>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** Whether a preset has the paper's own settings, beside a quick one. */
export function isPaperSize({ id }: Preset): boolean {
  return id.endsWith('@paper');
}

/** Whether the data are a file that the user has to name. */
function isOwnFile({ dataset }: Preset['spec']): boolean {
  return (dataset as { readonly id?: unknown } | undefined)?.id === 'file';
}
