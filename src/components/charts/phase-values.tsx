import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Cell, Phase } from '../../core/run/result.ts';
import { deviationOf, meanOf, type CellData } from './experiment-lines.ts';
import { formatInterval, formatMeasured } from './format.ts';
import { Swatch } from './legend.tsx';
import { metricLabel } from './metric-label.ts';
import { phases } from './roles.ts';
import type { TableShape } from './table-shape.ts';

interface PhaseValuesProps {
  readonly data: CellData | undefined;
  readonly finished: Cell['phases'] | undefined;
  readonly present: readonly Phase[];
  readonly metrics: readonly string[];
  readonly meanings: { readonly [P in Phase]: string };
  readonly shape: TableShape;
}

/** The numbers of all phases in the layout that the width allows. */
export function PhaseValues({ data, finished, present, metrics, meanings, shape }: PhaseValuesProps) {
  const nameOf = (phase: Phase) => (
    <>
      <Swatch style={phases[phase]} as="line" /> {phases[phase].label}
      <div className="phase-meaning">{meanings[phase]}</div>
    </>
  );
  const number = (phase: Phase, metric: string) => (
    <Table.Td
      key={`${phase} ${metric}`}
      ta="right"
      data-phase={phases[phase].label}
      data-metric={metricLabel(metric)}
    >
      <Measured
        values={data?.phases[phase]?.[metric] ?? []}
        interval={finished?.[phase]?.[metric]?.interval}
        inline={shape !== 'phases as rows'}
      />
    </Table.Td>
  );
  if (shape === 'stacked') {
    return (
      <Table verticalSpacing={4} horizontalSpacing="xs">
        {metrics.map((metric) => (
          <Table.Tbody key={metric}>
            <Table.Tr>
              <Table.Th colSpan={2} scope="rowgroup" pt="sm">
                {metricLabel(metric)}
              </Table.Th>
            </Table.Tr>
            {present
              .filter((phase) => data?.phases[phase]?.[metric])
              .map((phase) => (
                <Table.Tr key={phase}>
                  <Table.Th scope="row" fw={400}>
                    <Swatch style={phases[phase]} as="line" /> {phases[phase].label}
                  </Table.Th>
                  {number(phase, metric)}
                </Table.Tr>
              ))}
          </Table.Tbody>
        ))}
      </Table>
    );
  }
  const byPhase = shape === 'phases as rows';
  const head = byPhase ? metrics.map(metricLabel) : present.map(nameOf);
  const lines: readonly (readonly [string, ReactNode, readonly ReactNode[]])[] = byPhase
    ? present.map((phase) => [phase, nameOf(phase), metrics.map((metric) => number(phase, metric))])
    : metrics.map((metric) => [metric, metricLabel(metric), present.map((phase) => number(phase, metric))]);
  return (
    <Table verticalSpacing={6} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{byPhase ? 'Phase' : 'Metric'}</Table.Th>
          {head.map((name, at) => (
            <Table.Th key={at} scope="col" ta="right" style={{ verticalAlign: 'top' }}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(([key, name, numbers]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={600} miw="11rem">
              {name}
            </Table.Th>
            {numbers}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface MeasuredProps {
  readonly values: readonly (number | null)[];
  /** Over users, of the mean. */
  readonly interval: readonly [number, number] | undefined;
  /** Mean and spread in one line, where columns are few. */
  readonly inline: boolean;
}

/** The mean and its spread, below each other where many numbers stand side by side; the interval always below. */
function Measured({ values, interval, inline }: MeasuredProps) {
  if (values.length === 0) return null;
  const [mean, spread] = formatMeasured(meanOf(values), deviationOf(values), values.length).split(' ± ');
  const Spread = inline ? 'span' : 'div';
  return (
    <>
      {mean}
      {spread !== undefined && <Spread className="phase-spread"> ± {spread}</Spread>}
      {interval && <div className="phase-spread">{formatInterval(interval)}</div>}
    </>
  );
}
