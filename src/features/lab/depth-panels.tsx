import { useMemo } from 'react';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { surrogate } from '../../components/charts/roles.ts';
import { capital, depthAxis } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownCell } from './shown-run.ts';

const waiting = 'No depth is finished yet. A point appears with every cell.';

/** What looking further back costs: time and memory by unroll depth; nothing where no axis varies the depth. */
export function DepthPanels({ run }: Pick<PanelProps, 'run'>) {
  const axis = run && depthAxis(run.spec);
  const name = axis?.name;
  const others = run?.spec.axes.filter((one) => one.name !== name) ?? [];
  const [seconds, bytes] = useMemo(
    () => [
      costCurve('seconds', run?.cells ?? [], name, ({ finished }) => finished?.timing['outerStepSeconds']),
      costCurve('megabytes', run?.cells ?? [], name, ({ data }) => {
        const bytes = data.series['cost.peakBytes']?.values.flat().filter((value) => value !== null) ?? [];
        return bytes.length > 0 ? Math.max(...bytes) / 1e6 : undefined;
      }),
    ],
    [run?.cells, name],
  );
  if (!run || name === undefined || others.length > 0) return null;
  const xLabel = `${capital(name)} (training steps)`;
  return (
    <>
      <div className="panel">
        <LineChart
          title="Time by depth"
          caption="Median seconds of one outer step of the attack, on this machine."
          xLabel={xLabel}
          yLabel="Outer step (seconds)"
          fileName="depth-seconds"
          curves={seconds}
          yDomain={[0, 'auto']}
          emptyText={waiting}
        />
      </div>
      <div className="panel">
        <LineChart
          title="Memory by depth"
          caption="The most that tensors took at once during an outer step of the attack."
          xLabel={xLabel}
          yLabel="Peak of tensors (MB)"
          fileName="depth-bytes"
          curves={bytes}
          yDomain={[0, 'auto']}
          emptyText={
            run.source === 'precomputed'
              ? 'This precomputed result tells no memory. Press Run to see it.'
              : waiting
          }
        />
      </div>
    </>
  );
}

/** One cost of every finished cell, by its depth. */
function costCurve(
  key: string,
  cells: readonly ShownCell[],
  axis: string | undefined,
  costOf: (cell: ShownCell) => number | undefined,
) {
  const points = cells
    .flatMap((cell) => {
      const [x, value] = [Number(cell.at[axis ?? '']), costOf(cell)];
      return Number.isFinite(x) && value !== undefined ? [{ x, value }] : [];
    })
    .toSorted((a, b) => a.x - b.x);
  if (points.length === 0) return [];
  return [
    {
      key,
      label: 'This machine',
      style: surrogate,
      x: points.map(({ x }) => x),
      values: [points.map(({ value }) => value)],
    },
  ];
}
