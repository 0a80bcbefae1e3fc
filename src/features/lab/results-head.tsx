import { Badge, Group, Select, Title } from '@mantine/core';
import type { PanelProps } from './panel-props.ts';

interface ResultsHeadProps extends PanelProps {
  readonly onCell: (index: number) => void;
}

/** The heading of the results, where they come from, and which cell of a grid is looked at. */
export function ResultsHead({ run, cell, onCell }: ResultsHeadProps) {
  return (
    <Group justify="space-between" mb="sm" gap="xs">
      <Title order={2}>Results</Title>
      {run?.source === 'precomputed' && (
        <Badge variant="default" size="lg" tt="none" fw={500} radius="sm">
          Precomputed: press Run to compute it here
        </Badge>
      )}
      {run && run.cells.length > 1 && (
        <Select
          aria-label="Cell of the sweep"
          size="sm"
          allowDeselect={false}
          data={run.cells.map((entry, at) => ({ value: String(at), label: entry.label }))}
          value={String(cell ? run.cells.indexOf(cell) : 0)}
          onChange={(value) => onCell(Number(value))}
        />
      )}
    </Group>
  );
}
