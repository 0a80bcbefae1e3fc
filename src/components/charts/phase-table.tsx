import { useElementSize } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import type { Cell, Phase } from '../../core/run/result.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { metricsOf, phaseOrder, type CellData } from './experiment-lines.ts';
import { PhaseValues } from './phase-values.tsx';
import { phases } from './roles.ts';
import { tableShape } from './table-shape.ts';
import { chartFontSize } from './use-scheme.ts';

interface PhaseTableProps {
  readonly data: CellData | undefined;
  /** The same numbers with their intervals over users, once the cell is finished. */
  readonly finished: Cell['phases'] | undefined;
  /** How it was measured, in words. */
  readonly protocol: ReactNode;
  readonly fileName: string;
  /** Name of the attack that the attack is compared with. */
  readonly opponent?: string | undefined;
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
  downstream: 'retrained with sequences made with the stolen copy',
  downstreamBaseline: 'retrained with random sequences, equal budget',
  defendedDownstream: 'the defended victim, retrained with sequences made with its own copy',
  defendedDownstreamBaseline: 'the defended victim, retrained with random sequences, equal budget',
};

/** Every metric in every phase: mean ± standard deviation over the repeats, and the interval over users where there is one. */
export const PhaseTable = memo(function PhaseTable(props: PhaseTableProps) {
  const { data, finished, protocol, fileName, opponent } = props;
  const present = phaseOrder.filter((phase) => data?.phases[phase]);
  const metrics = data ? metricsOf(data) : [];
  const { ref, width } = useElementSize<HTMLDivElement>();
  const named = opponent ? { ...meanings, opponent: `${opponent}, equal budget` } : meanings;
  const hasIntervals = present.some((phase) =>
    metrics.some((metric) => finished?.[phase]?.[metric]?.interval),
  );
  const shape = tableShape(width, chartFontSize() + 1, present.length, metrics.length, hasIntervals);
  return (
    <ChartFrame
      title="Results by phase"
      caption={protocol}
      fileName={fileName}
      table={longTable(data, finished)}
      empty={
        present.length > 0
          ? undefined
          : 'No phase is finished yet. The first row comes with the clean victim.'
      }
    >
      <div
        className="table-wide"
        role="region"
        aria-label="Results by phase: scrollable table"
        tabIndex={0}
        ref={ref}
      >
        <PhaseValues
          data={data}
          finished={finished}
          present={present}
          metrics={metrics}
          meanings={named}
          shape={shape}
        />
      </div>
    </ChartFrame>
  );
}, sameNumbers);

function sameNumbers(before: PhaseTableProps, after: PhaseTableProps): boolean {
  return (
    before.data?.phases === after.data?.phases &&
    before.finished === after.finished &&
    before.protocol === after.protocol
  );
}

/** One line a repeat; the interval is that of the mean over the repeats. */
function longTable(data: CellData | undefined, finished: Cell['phases'] | undefined): ChartTable {
  const rows = phaseOrder.flatMap((phase) =>
    Object.entries(data?.phases[phase] ?? {}).flatMap(([metric, values]) => {
      const [from, to] = finished?.[phase]?.[metric]?.interval ?? [null, null];
      return values.map(
        (value, repeat) => [phases[phase].label, metric, repeat + 1, value, from, to] as const,
      );
    }),
  );
  const columns = ['Phase', 'Metric', 'Repeat', 'Value', 'Mean, 95% over users, from', 'to'];
  return { columns, rows };
}
