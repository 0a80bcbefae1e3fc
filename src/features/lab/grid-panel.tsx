import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { gridOf, type GridSides, type Measure } from '../../components/charts/cell-grid.ts';
import { GridMap } from '../../components/charts/grid-map.tsx';
import { metricLabel } from '../../components/charts/metric-label.ts';
import { phases } from '../../components/charts/roles.ts';
import type { Phase } from '../../core/run/result.ts';
import { AxisChoices } from './axis-choices.tsx';
import { capital, labelsOf } from './axis-kinds.ts';
import { gridAxes, withSide } from './grid-sides.ts';
import { useViewChoices } from './lab-address.ts';
import { firstMeasure, measureOptions } from './measure-choice.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';

const sideNames = ['rows', 'columns'] as const;

interface GridPanelProps extends PanelProps {
  readonly onCell: (index: number) => void;
}

/** A grid of experiments as a map: one axis down, one across, the others averaged or held. Nothing for fewer than two axes. */
export function GridPanel({ run, ...rest }: GridPanelProps) {
  if (!run || run.spec.axes.length < 2) return null;
  return (
    <div className="panel wide">
      <AxesMap key={run.spec.axes.map(({ name }) => name).join()} run={run} {...rest} />
    </div>
  );
}

function AxesMap({ run, cell, onCell }: GridPanelProps & { readonly run: ShownRun }) {
  const { axes } = run.spec;
  const [picked, setPicked] = useState<Partial<Measure>>({});
  const [held, setHeld] = useState<Readonly<Record<string, string>>>({});
  const [asked, ask] = useViewChoices();
  const grid = useMemo(() => gridAxes(axes, asked), [axes, asked]);
  const fixed = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(held).filter(([name]) => grid?.rest.some((axis) => axis.name === name)),
      ),
    [held, grid],
  );
  const measure = useMemo<Measure>(() => ({ ...firstMeasure(run), ...picked }), [run, picked]);
  const sides = useMemo<GridSides>(() => {
    return {
      rowAxis: grid?.rows.name ?? '',
      rows: grid ? labelsOf(grid.rows) : [],
      columnAxis: grid?.columns.name ?? '',
      columns: grid ? labelsOf(grid.columns) : [],
      fixed,
    };
  }, [grid, fixed]);
  const entries = useMemo(() => gridOf(run.cells, sides, measure), [run.cells, sides, measure]);
  const options = measureOptions(run, measure);
  const controls = (
    <div className="panel-choices">
      <Select
        size="xs"
        label="Metric"
        allowDeselect={false}
        data={[...options.metrics]}
        value={measure.metric}
        onChange={(metric) => metric && setPicked({ ...picked, metric })}
      />
      <Select
        size="xs"
        label="Phase"
        allowDeselect={false}
        data={[...options.phases]}
        value={measure.phase}
        onChange={(phase) => phase && setPicked({ ...picked, phase: phase as Phase, minus: undefined })}
      />
      <Select
        size="xs"
        label="Compared"
        allowDeselect={false}
        data={[...options.others]}
        value={measure.minus ?? ''}
        onChange={(minus) => setPicked({ ...picked, minus: minus ? (minus as Phase) : undefined })}
      />
      {grid && grid.rest.length > 0 && (
        <>
          {sideNames.map((side) => (
            <Select
              key={side}
              size="xs"
              label={capital(side)}
              allowDeselect={false}
              data={axes.map(({ name }) => ({ value: name, label: capital(name) }))}
              value={grid[side].name}
              onChange={(name) => name !== null && ask(withSide(grid, side, name))}
            />
          ))}
          <AxisChoices axes={grid.rest} fixed={fixed} onFixed={setHeld} />
        </>
      )}
    </div>
  );
  const than = measure.minus ? ` minus ${phases[measure.minus].label.toLowerCase()}, repeat by repeat` : '';
  return (
    <GridMap
      title={`${capital(sides.rowAxis)} × ${sides.columnAxis}`}
      caption={`${metricLabel(measure.metric)}, ${phases[measure.phase].label.toLowerCase()}${than}: the mean over repeats for every combination.`}
      sides={sides}
      entries={entries}
      measure={measure}
      published={run.published}
      chosenCell={cell && run.cells.indexOf(cell)}
      onCell={onCell}
      controls={controls}
      fileName={`map-${sides.rowAxis}-${sides.columnAxis}`}
      emptyText="No cell has measured this yet. The map fills in, cell by cell, while the grid runs."
    />
  );
}
