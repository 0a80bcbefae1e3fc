import { Table } from '@mantine/core';
import { formatValue } from './format.ts';

export type TableCell = string | number | null;

/** The numbers behind a chart: its twin for readers who cannot see it, and the source of its CSV. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Said below the table when rows were left out of it (the CSV has all). */
  readonly note?: string;
}

const shownRows = 500;

interface DataTableProps {
  readonly caption: string;
  readonly table: ChartTable;
}

/** A scrollable table that the keyboard reaches. */
export function DataTable({ caption, table }: DataTableProps) {
  const rows = table.rows.slice(0, shownRows);
  return (
    <div className="table-scroll" role="region" aria-label={`${caption}: data table`} tabIndex={0}>
      <Table captionSide="bottom" withRowBorders stickyHeader horizontalSpacing="sm" verticalSpacing={4}>
        <Table.Caption>
          {caption}
          {rows.length < table.rows.length &&
            `; first ${shownRows} of ${table.rows.length} rows, all in the CSV`}
          {table.note && `; ${table.note}`}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {table.columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, at) => (
            <Table.Tr key={at}>
              {row.map((cell, column) => (
                <Table.Td key={column}>{typeof cell === 'string' ? cell : formatValue(cell)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
