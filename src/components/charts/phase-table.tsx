import { useElementSize } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import type { Phase } from '../../core/run/result.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { metricsOf, phaseOrder, type CellData } from './experiment-lines.ts';
import { PhaseValues } from './phase-values.tsx';
import { phases } from './roles.ts';
import { tableShape } from './table-shape.ts';
import { chartFontSize } from './use-scheme.ts';

interface PhaseTableProps {
  readonly data: CellData | undefined;
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
};

/** Every metric in every phase, mean ± standard deviation over the repeats. */
export const PhaseTable = memo(function PhaseTable({ data, protocol, fileName, opponent }: PhaseTableProps) {
  const present = phaseOrder.filter((phase) => data?.phases[phase]);
  const metrics = data ? metricsOf(data) : [];
  const { ref, width } = useElementSize<HTMLDivElement>();
  const named = opponent ? { ...meanings, opponent: `${opponent}, equal budget` } : meanings;
  const shape = tableShape(width, chartFontSize() + 1, present.length, metrics.length);
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
      <div
        className="table-wide"
        role="region"
        aria-label="Results by phase: scrollable table"
        tabIndex={0}
        ref={ref}
      >
        <PhaseValues data={data} present={present} metrics={metrics} meanings={named} shape={shape} />
      </div>
    </ChartFrame>
  );
}, sameNumbers);

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
