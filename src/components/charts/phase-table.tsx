import { Table } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { Phase } from '../../core/run/result.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { deviationOf, meanOf, metricsOf, phaseOrder, type CellData } from './experiment-lines.ts';
import { formatMeasured } from './format.ts';
import { Swatch } from './legend.tsx';
import { metricLabel } from './metric-label.ts';
import { phases } from './roles.ts';

interface PhaseTableProps {
  readonly data: CellData | undefined;
  /** How it was measured, in words. */
  readonly protocol: ReactNode;
  readonly fileName: string;
}

/** What each phase meant, in one line each; shown with the table so that no number stands alone. */
const meanings: { readonly [P in Phase]: string } = {
  clean: 'trained without attack',
  control: 'no attack, another seed: the noise floor',
  baseline: 'random clicks, equal budget',
  opponent: 'another attack, equal budget',
  attacked: 'a seed the attacker never used',
  attackedSameSeed: "the attacker's own seed, as papers report it",
  defended: 'attacked, defenses on',
  cleanDefended: 'no attack, defenses on',
};

/** Every metric in every phase, mean ± standard deviation over the repeats. */
export const PhaseTable = memo(function PhaseTable({ data, protocol, fileName }: PhaseTableProps) {
  const present = phaseOrder.filter((phase) => data?.phases[phase]);
  const metrics = data ? metricsOf(data) : [];
  return (
    <ChartFrame
      title="Results by phase"
      caption={protocol}
      fileName={fileName}
      table={longTable(data)}
      empty={
        present.length > 0
          ? undefined
          : 'No phase is finished yet. The first row comes with the clean victim.'
      }
    >
      <div className="table-wide" role="region" aria-label="Results by phase: scrollable table" tabIndex={0}>
        <Table verticalSpacing={6} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Phase</Table.Th>
              {metrics.map((metric) => (
                <Table.Th key={metric} scope="col" ta="right">
                  {metricLabel(metric)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {present.map((phase) => (
              <Table.Tr key={phase}>
                <Table.Th scope="row" fw={600} miw="13rem">
                  <Swatch style={phases[phase]} as="line" /> {phases[phase].label}
                  <div className="phase-meaning">{meanings[phase]}</div>
                </Table.Th>
                {metrics.map((metric) => (
                  <Table.Td key={metric} ta="right">
                    <Measured values={data?.phases[phase]?.[metric] ?? []} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </ChartFrame>
  );
}, sameNumbers);

/** The mean, and below it the spread, so that eight metrics fit beside each other. */
function Measured({ values }: { readonly values: readonly (number | null)[] }) {
  if (values.length === 0) return null;
  const [mean, spread] = formatMeasured(meanOf(values), deviationOf(values), values.length).split(' ± ');
  return (
    <>
      {mean}
      {spread !== undefined && <div className="phase-spread"> ± {spread}</div>}
    </>
  );
}

function sameNumbers(before: PhaseTableProps, after: PhaseTableProps): boolean {
  return before.data?.phases === after.data?.phases && before.protocol === after.protocol;
}

function longTable(data: CellData | undefined): ChartTable {
  const rows = phaseOrder.flatMap((phase) =>
    Object.entries(data?.phases[phase] ?? {}).flatMap(([metric, values]) =>
      values.map((value, repeat) => [phases[phase].label, metric, repeat + 1, value] as const),
    ),
  );
  return { columns: ['Phase', 'Metric', 'Repeat', 'Value'], rows };
}
