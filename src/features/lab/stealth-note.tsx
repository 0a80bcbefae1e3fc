import { Text } from '@mantine/core';
import { meanOf } from '../../components/charts/experiment-lines.ts';
import { formatValue } from '../../components/charts/format.ts';
import type { PanelProps } from './panel-props.ts';

/** How far the popularity of fake clicks is from that of genuine ones, in two distances; beside them those of random filler, where measured. */
export function StealthNote({ cell }: Pick<PanelProps, 'cell'>) {
  const distances = (phase: 'attacked' | 'baseline') =>
    (['stealth.totalVariation', 'stealth.jensenShannon'] as const).map((metric) =>
      meanOf(cell?.data.phases[phase]?.[metric]),
    );
  const [variation, divergence] = distances('attacked');
  if (variation === null || variation === undefined) return null;
  const [random, randomDivergence] = distances('baseline');
  return (
    <Text size="sm" c="dimmed" mt="xs">
      Distance to genuine clicks (0 the same, 1 nothing in common): total variation {formatValue(variation)},
      Jensen-Shannon {formatValue(divergence)}
      {random === null || random === undefined
        ? '.'
        : `; random filler of equal budget ${formatValue(random)} and ${formatValue(randomDivergence)}.`}
    </Text>
  );
}
