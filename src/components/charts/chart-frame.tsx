import { ActionIcon, Group, Menu, Switch, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { EmptyNote } from '../layout/empty-note.tsx';
import { Icon } from '../layout/icon.tsx';
import './charts.css';
import { DataTable, type ChartTable } from './data-table.tsx';
import { saveFile, toCsv, type ImageFormat } from './export-chart.ts';

interface ChartFrameProps {
  readonly title: string;
  /** One sentence: what is drawn and how to read it. */
  readonly caption: ReactNode;
  readonly table: ChartTable;
  /** Name of exported files, without ending. */
  readonly fileName: string;
  /** Draws the picture for export; absent where the chart is no picture. */
  readonly picture?: ((format: ImageFormat) => Promise<Blob>) | undefined;
  /** Shown in place of the chart when there is nothing to draw yet: says why, and what would fill it. */
  readonly empty?: string | undefined;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** What every chart shares: title, caption, a data-table twin, export, an honest empty state. */
export function ChartFrame({
  title,
  caption,
  table,
  fileName,
  picture,
  empty,
  controls,
  children,
}: ChartFrameProps) {
  const [tabular, setTabular] = useState(false);
  const [failure, setFailure] = useState<string>();
  const heading = useId();
  const savePicture = async (format: ImageFormat) => {
    setFailure(undefined);
    try {
      if (picture) saveFile(`${fileName}.${format}`, await picture(format));
    } catch (error) {
      setFailure(`The picture could not be saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const filled = empty === undefined;
  return (
    <section className="chart" aria-labelledby={heading}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Title order={3} id={heading}>
          {title}
        </Title>
        {filled && (
          <Group gap="xs" wrap="nowrap">
            <Switch
              size="xs"
              label="Table"
              aria-label={`Show ${title} as a table`}
              checked={tabular}
              onChange={(event) => setTabular(event.currentTarget.checked)}
            />
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" aria-label={`Export ${title}`}>
                  <Icon name="download" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {picture && !tabular && (
                  <Menu.Item onClick={() => void savePicture('png')}>Picture (PNG)</Menu.Item>
                )}
                {picture && !tabular && (
                  <Menu.Item onClick={() => void savePicture('svg')}>Picture (SVG)</Menu.Item>
                )}
                <Menu.Item
                  onClick={() => saveFile(`${fileName}.csv`, new Blob([toCsv(table)], { type: 'text/csv' }))}
                >
                  Numbers (CSV)
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {caption}
      </Text>
      {filled && controls}
      {failure && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {failure}
        </Text>
      )}
      {!filled && <EmptyNote>{empty}</EmptyNote>}
      {filled && (tabular ? <DataTable caption={title} table={table} /> : children)}
    </section>
  );
}
