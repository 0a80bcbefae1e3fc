import { useMemo } from 'react';
import type { Curve } from '../../components/charts/curve.ts';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases, roles, type RoleStyle } from '../../components/charts/roles.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';

/** Told apart by dash: all of them are fake users. */
const dashes = [undefined, '7 4', '2 4', '10 3 2 3', '12 3', '1 5'] as const;

/** The popularity of what every cell's fake users click in one picture (Tang et al. 2020, Fig. 5b). Nothing for other than one axis. */
export function ClickCurvesPanel({ run }: Pick<PanelProps, 'run'>) {
  const curves = useMemo(() => (run ? clickCurves(run) : []), [run]);
  if (!run || run.spec.axes.length !== 1 || curves.length < 3) return null;
  return (
    <div className="panel wide">
      <LineChart
        title="Popularity of clicks, side by side"
        caption="Share of clicks by how often genuine users click the item; a class ends where the clicks have doubled. The closer a curve of fakes is to the genuine one, the less there is to see."
        xLabel="Genuine clicks (power of 2)"
        yLabel="Clicks (share)"
        fileName="click-curves"
        curves={curves}
        yDomain={[0, 'auto']}
        emptyText="The curves appear when the first attack is over."
      />
    </div>
  );
}

/** Genuine users once, random filler once, and the fakes of every cell. */
function clickCurves({ cells }: ShownRun): readonly Curve[] {
  const made = cells.filter(({ data }) => data.series['clicks.fake']);
  const first = made[0]?.data.series;
  return [
    ...classes('genuine', 'Genuine users', roles.genuine, first?.['clicks.genuine']),
    ...classes('filler', 'Random filler, equal budget', phases.baseline, first?.['clicks.baseline']),
    ...made.flatMap(({ at, label, data }, which) => {
      const name = Object.values(at).join(', ');
      const dash = dashes[which % dashes.length];
      const style = dash === undefined ? roles.fake : { ...roles.fake, dash };
      return classes(`fake-${which}`, name === '' ? label : name, style, data.series['clicks.fake']);
    }),
  ];
}

/** Shares by class. // x = log2 of the least popularity of each */
function classes(
  key: string,
  label: string,
  style: RoleStyle,
  series: CellData['series'][string] | undefined,
): readonly Curve[] {
  if (!series) return [];
  const x = series.x.map((least) => (least === 0 ? 0 : Math.log2(least)));
  return [{ ...curve(key, label, style, { x, values: series.values }), dots: true }];
}
