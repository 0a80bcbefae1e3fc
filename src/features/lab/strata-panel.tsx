import { useMemo, useState } from 'react';
import { barSeries } from '../../components/charts/bar-series.ts';
import { GroupedBars } from '../../components/charts/grouped-bars.tsx';
import type { Axis } from '../../core/run/experiment-spec.ts';
import { AxisChoices } from './axis-choices.tsx';
import { capital, labelsOf, sets, strataAxis } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';

/** The bars of the mean over all strata. */
const together = 'all';

/** How far targets of each stratum of popularity can be pushed; nothing where no axis varies the stratum. */
export function StrataPanel({ run }: Pick<PanelProps, 'run'>) {
  const strata = run && strataAxis(run.spec);
  if (!run || !strata) return null;
  return (
    <div className="panel wide">
      <StrataBars key={strata.name} run={run} strata={strata} />
    </div>
  );
}

function StrataBars({ run, strata }: { readonly run: ShownRun; readonly strata: Axis }) {
  const { axes, evaluation } = run.spec;
  const [fixed, setFixed] = useState<Readonly<Record<string, string>>>({});
  const attacks = axes.find((axis) => axis.name !== strata.name && sets(axis, 'attack'));
  const others = axes.filter(({ name }) => name !== strata.name && name !== attacks?.name);
  const k = evaluation.cutoffs[0] ?? 10;
  const groups = useMemo(() => labelsOf(strata), [strata]);
  const series = useMemo(
    () =>
      barSeries(
        run.cells,
        {
          groupAxis: strata.name,
          groups,
          seriesAxis: attacks?.name,
          series: attacks ? labelsOf(attacks) : [],
          together,
          fixed,
        },
        `target.hr@${k}`,
      ),
    [run.cells, strata, groups, attacks, fixed, k],
  );
  const averaged = others.filter(({ name }) => !(name in fixed)).map(({ name }) => name);
  return (
    <GroupedBars
      title="Reach by popularity of the targets"
      caption={`Share of genuine users who get a target in their top ${k}${averaged.length > 0 ? `, averaged over ${averaged.join(' and ')}` : ''}; at the end the mean over all strata. Error bars span the repeats.`}
      groupName={capital(strata.name)}
      groups={[...groups, together]}
      series={series}
      yLabel={`Users reached, top ${k} (share)`}
      fileName="strata"
      controls={
        others.length > 0 && (
          <div className="panel-choices">
            <AxisChoices axes={others} fixed={fixed} onFixed={setFixed} />
          </div>
        )
      }
      emptyText="No stratum is measured yet. Bars appear, stratum by stratum, while the grid runs."
    />
  );
}
