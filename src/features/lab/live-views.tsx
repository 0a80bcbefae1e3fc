import { useState } from 'react';
import type { Component } from '../../core/params/fields.ts';
import type { MapMethod } from '../../lab/job.ts';
import { CleanTable, EpochChart, LongTailChart } from './clean-panels.tsx';
import { ExposureChart, LossCharts, SweepChart, UtilityChart } from './curve-panels.tsx';
import { ClickCurvesPanel } from './click-curves-panel.tsx';
import { ComparisonsPanel } from './comparisons-panel.tsx';
import { CopyLoss } from './copy-loss.tsx';
import { DefendedLosses } from './defended-losses.tsx';
import { DepthPanels } from './depth-panels.tsx';
import { DetectorPanel } from './detector-panel.tsx';
import { EmbeddingMapPanel } from './embedding-map-panel.tsx';
import { EvidencePanel, type AskWhy } from './evidence-panel.tsx';
import { GridPanel } from './grid-panel.tsx';
import { ListsPanel } from './lists-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PhasePanel } from './phase-panel.tsx';
import { producedBy } from './produced-by.ts';
import { ProfilesPanels } from './profiles-panels.tsx';
import { ResultsHead } from './results-head.tsx';
import type { ShownRun } from './shown-run.ts';
import { StrataPanel } from './strata-panel.tsx';
import { TheftListsPanel } from './theft-lists-panel.tsx';
import { TheftPlanePanel } from './theft-plane-panel.tsx';
import { TheftSweepPanel } from './theft-sweep-panel.tsx';
import { ThiefPanel } from './thief-panel.tsx';
import { SwapMaps } from './swap-maps.tsx';
import { TheftCharts } from './theft-views.tsx';
import { WatchScope } from './watched.tsx';

interface LiveViewsProps {
  readonly run: ShownRun | undefined;
  /** Index of the cell in work, which the views follow until another is chosen. */
  readonly current: number;
  /** The stage in work, whose map is shown. */
  readonly stage: string | undefined;
  readonly attack: Component | null;
  /** Asks why a target stands where it does; absent while that cannot be answered. */
  readonly onWhy: AskWhy | undefined;
}

/** Everything that can be seen of one experiment, live or precomputed: which panels, in which order. */
export function LiveViews({ run, current, stage, attack, onWhy }: LiveViewsProps) {
  const made = attack && producedBy(attack);
  const [chosen, setChosen] = useState<number>();
  const [mapMethod, setMapMethod] = useState<MapMethod>('pca');
  const [followed, setFollowed] = useState<number | null>(null);
  const cell = run?.cells[chosen ?? current] ?? run?.cells.at(-1);
  const dataOnly = run?.spec.evaluation.dataOnly === true;
  return (
    <WatchScope mapMethod={mapMethod} followedUser={followed}>
      <ResultsHead run={run} cell={cell} onCell={setChosen} />
      <div className="views">
        <GridPanel run={run} cell={cell} onCell={setChosen} />
        <CleanTable run={run} />
        <EpochChart run={run} />
        {dataOnly ? (
          <LongTailChart run={run} />
        ) : (
          <>
            <StrataPanel run={run} />
            {made === 'poison' && <ExposureChart run={run} cell={cell} />}
            {made === 'surrogate' && <TheftPlanePanel run={run} cell={cell} />}
            {made === 'surrogate' && <TheftSweepPanel run={run} cell={cell} />}
            {made === 'surrogate' && <TheftCharts run={run} cell={cell} />}
            {made !== 'surrogate' && <UtilityChart run={run} cell={cell} />}
            <PhasePanel run={run} cell={cell} />
            <ComparisonsPanel run={run} cell={cell} />
            <DetectorPanel run={run} cell={cell} />
            {made === 'poison' && <SweepChart run={run} />}
            <DepthPanels run={run} />
            {made === 'surrogate' && <ThiefPanel run={run} cell={cell} />}
            {made === 'surrogate' && <TheftListsPanel run={run} cell={cell} />}
            {attack && made !== 'surrogate' && <ListsPanel run={run} cell={cell} onWhy={onWhy} />}
            {made === 'poison' && <EvidencePanel run={run} cell={cell} onWhy={onWhy} />}
            <EmbeddingMapPanel
              run={run}
              cell={cell}
              stage={stage}
              method={mapMethod}
              onMethod={setMapMethod}
            />
            {made === 'poison' && <ProfilesPanels run={run} cell={cell} />}
            {made === 'poison' && <ClickCurvesPanel run={run} />}
            <DefendedLosses run={run} cell={cell} />
            <LossCharts run={run} cell={cell} withObjective={made === 'poison'} wide={made !== 'surrogate'} />
            {made === 'surrogate' && <CopyLoss run={run} cell={cell} />}
            <SwapMaps run={run} cell={cell} followed={followed} onFollow={setFollowed} />
          </>
        )}
      </div>
      <NotesPanel run={run} />
    </WatchScope>
  );
}
