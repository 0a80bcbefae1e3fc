import { memo, type ReactNode } from 'react';
import type { ChartTable } from './data-table.tsx';
import { Legend } from './legend.tsx';
import { PlotFrame } from './plot-frame.tsx';
import type { RoleStyle } from './roles.ts';
import { SignedBarPlot, type SignedBar } from './signed-bar-plot.tsx';

interface SignedBarsProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly bars: readonly SignedBar[];
  readonly xLabel: string;
  /** Half the width of a band around 0 within which a value means little. */
  readonly noise?: number | undefined;
  readonly table: ChartTable;
  readonly fileName: string;
  readonly controls?: ReactNode;
  readonly empty?: string | undefined;
}

/** Named values on both sides of 0, longest first or as given: what adds to something and what takes from it. */
export const SignedBars = memo(function SignedBars(props: SignedBarsProps) {
  const { title, caption, bars, xLabel, noise, table, fileName, controls, empty } = props;
  const styles = new Map<string, RoleStyle>(bars.map(({ style }) => [style.label, style]));
  return (
    <PlotFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      empty={empty}
      drawing="svg.signed-bars"
      plot={(width) => (
        <SignedBarPlot title={title} bars={bars} xLabel={xLabel} noise={noise} width={width} />
      )}
      legend={
        styles.size > 1 && (
          <Legend as="point" entries={[...styles].map(([label, style]) => ({ key: label, label, style }))} />
        )
      }
    />
  );
});
