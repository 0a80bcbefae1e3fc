import { Table } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import type { Phase, Published } from '../../core/run/result.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { deviationOf, meanOf, type CellData } from './experiment-lines.ts';
import { formatMeasured, formatValue } from './format.ts';
import { metricLabel } from './metric-label.ts';

/** A cell of a grid and what it measured. */
export interface CellRow {
  readonly label: string;
  readonly at: Readonly<Record<string, string>>;
  readonly data: CellData;
}

interface CellTableProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly fileName: string;
  readonly rows: readonly CellRow[];
  readonly phase: Phase;
  readonly published: readonly Published[];
}

/**
 * One phase of every cell of a grid: mean ± standard deviation, and what the paper published below it. A row a cell, or a column where there
 * are more metrics than cells.
 */
export const CellTable = memo(function CellTable({ rows, phase, published, ...frame }: CellTableProps) {
  const measured = rows.filter(({ data }) => data.phases[phase]);
  const metrics = [...new Set(measured.flatMap(({ data }) => Object.keys(data.phases[phase] ?? {})))];
  const markOf = ({ at }: CellRow, metric: string) =>
    published.find((mark) => mark.phase === phase && mark.metric === metric && sameCell(mark.at, at));
  const upright = metrics.length > measured.length;
  const axes = Object.keys(measured[0]?.at ?? {}).join(', ');
  const value = (row: CellRow, metric: string) => (
    <Table.Td key={`${row.label} ${metric}`} ta="right">
      <Value values={row.data.phases[phase]?.[metric] ?? []} mark={markOf(row, metric)} />
    </Table.Td>
  );
  return (
    <ChartFrame
      {...frame}
      table={longTable(measured, metrics, phase, markOf)}
      empty={
        measured.length > 0 ? undefined : 'Nothing measured yet. Press Run; a row comes with every cell.'
      }
    >
      <div className="table-wide" role="region" aria-label={`${frame.title}: scrollable table`} tabIndex={0}>
        <Table verticalSpacing={6} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{upright ? 'Metric' : capital(axes)}</Table.Th>
              {(upright ? measured.map(placeOf) : metrics.map(metricLabel)).map((name) => (
                <Table.Th key={name} scope="col" ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {upright
              ? metrics.map((metric) => (
                  <Row key={metric} name={metricLabel(metric)}>
                    {measured.map((row) => value(row, metric))}
                  </Row>
                ))
              : measured.map((row) => (
                  <Row key={row.label} name={placeOf(row)}>
                    {metrics.map((metric) => value(row, metric))}
                  </Row>
                ))}
          </Table.Tbody>
        </Table>
      </div>
    </ChartFrame>
  );
});

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600} miw="9rem">
        {name}
      </Table.Th>
      {children}
    </Table.Tr>
  );
}

interface ValueProps {
  readonly values: readonly (number | null)[];
  readonly mark: Published | undefined;
}

function Value({ values, mark }: ValueProps) {
  const [mean, spread] = formatMeasured(meanOf(values), deviationOf(values), values.length).split(' ± ');
  return (
    <>
      {mean}
      {spread !== undefined && <div className="phase-spread"> ± {spread}</div>}
      {mark && (
        <div className="phase-meaning" title={mark.source}>
          published {formatValue(mark.value)}
        </div>
      )}
    </>
  );
}

function longTable(
  rows: readonly CellRow[],
  metrics: readonly string[],
  phase: Phase,
  markOf: (row: CellRow, metric: string) => Published | undefined,
): ChartTable {
  return {
    columns: ['Cell', 'Metric', 'Mean', 'Standard deviation', 'Published', 'Source'],
    rows: rows.flatMap((row) =>
      metrics.map((metric) => {
        const values = row.data.phases[phase]?.[metric] ?? [];
        const mark = markOf(row, metric);
        return [
          row.label,
          metric,
          meanOf(values),
          deviationOf(values),
          mark?.value ?? null,
          mark?.source ?? '',
        ] as const;
      }),
    ),
  };
}

/** Where a cell lies: its labels without the names of the axes. */
export function placeOf({ at }: Pick<CellRow, 'at'>): string {
  return Object.values(at).join(', ');
}

function sameCell(mark: Readonly<Record<string, string>>, at: Readonly<Record<string, string>>): boolean {
  return Object.entries(mark).every(([axis, label]) => at[axis] === label);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
