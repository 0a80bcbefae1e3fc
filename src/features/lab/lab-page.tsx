import { Text, Title } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { RankedItem } from '../../components/form/form-context.tsx';
import { useShown } from '../../components/layout/lesson.tsx';
import { useTitle } from '../../components/layout/use-title.ts';
import type { RunOptions } from '../../lab/job.ts';
import { usePrecomputed } from '../../stores/precomputed.ts';
import { presetOfSpec } from '../../stores/preset-specs.ts';
import { useEnvironment, useExperiment, useRun, useTries } from '../../stores/session.ts';
import { usePacedRun } from '../../stores/use-paced-run.ts';
import { CostLine } from './cost-line.tsx';
import { cheapLeaveOuts } from './cheap-leave-outs.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { AskWhy } from './evidence-panel.tsx';
import { CostQuestion, isHeavy } from './cost-question.tsx';
import { rankedItems } from './form-scope.ts';
import { HandMadePanel } from './hand-made-panel.tsx';
import { isSameMatch } from './hand-made-profiles.ts';
import { useLabAddress } from './lab-address.ts';
import { LabTools } from './lab-tools.tsx';
import './lab.css';
import { LiveViews } from './live-views.tsx';
import { PipelineSection } from './pipeline-section.tsx';
import { RunControls } from './run-controls.tsx';
import { RunNotices } from './run-notices.tsx';
import { RunStatus } from './run-status.tsx';
import { profilesOf, shownFromLive, shownFromPrecomputed } from './shown-run.ts';
import { useCost } from './use-cost.ts';

type Start = Pick<RunOptions, 'pauseAfter'>;

/** The Lab: the pipeline as a form on the left, the run on top, live views on the right. */
export function LabPage({ query }: { readonly query: string }) {
  useTitle('Lab');
  useLabAddress(query);
  const { spec, valid, markClean, edit } = useExperiment((state) => state);
  const { status, live, spec: running, result } = usePacedRun(500);
  const start = useRun((state) => state.start);
  const choice = useEnvironment((state) => state.choice);
  const [files, setFiles] = useState<Readonly<Record<string, Blob>>>({});
  const [asked, setAsked] = useState<Start>();
  const pipeline = useShown('pipeline');

  const preset = useMemo(() => presetOfSpec(valid), [valid]);
  const presetRunning = useMemo(() => presetOfSpec(running), [running]);
  const stored = usePrecomputed(preset?.id);
  const shown = useMemo(() => {
    if (status !== 'idle' && running)
      return shownFromLive(live, running, presetRunning?.published ?? [], result);
    return preset && stored.status === 'ready' ? shownFromPrecomputed(stored.precomputed) : undefined;
  }, [status, live, running, result, presetRunning, preset, stored]);
  const titles = shown?.titles;
  const profiles = shown?.cells.map(({ views }) => profilesOf(views)).findLast(Boolean);
  const items = useItems(titles, profiles?.popularity);

  const run = useCallback(
    (options: Start) => {
      setAsked(undefined);
      if (!valid) return;
      markClean();
      start(valid, { backend: choice, files, ...options });
    },
    [valid, markClean, start, choice, files],
  );
  const cost = useCost(valid, preset?.estimate, { backend: choice, files });
  const ask = useCallback(
    async (options: Start = {}) => {
      // An experiment that nobody has measured yet is tried first: heavy work never starts unasked.
      const expected = cost.cost ?? (await cost.measure());
      if (isHeavy(expected)) setAsked(options);
      else run(options);
    },
    [cost, run],
  );

  // A profile that meets the same opponent as the last one costs no more: it needs no trial.
  const lastTry = useTries((state) => state.tries.at(-1));
  const tryProfile = () => (lastTry && valid && isSameMatch(lastTry.spec, valid) ? run({}) : void ask());
  const busy = status === 'running' || status === 'starting' || status === 'paused';
  const askWhy = useCallback<AskWhy>(
    (user, item, leaveOneOut) => {
      if (!shown) return;
      const explain = { user, item, leaveOneOut: leaveOneOut ?? cheapLeaveOuts(shown) };
      const next: ExperimentSpec = { ...shown.spec, evaluation: { ...shown.spec.evaluation, explain } };
      edit(next);
      // A run of this tab left its stages behind: only what is new is computed. The preset's own result did not.
      const isHere = shown.source === 'live';
      if (!isHere && isHeavy(preset?.estimate)) return setAsked({});
      markClean();
      start(next, { backend: choice, files }, isHere);
    },
    [shown, edit, preset, markClean, start, choice, files],
  );

  return (
    <div className="page lab">
      <header className="lab-head">
        <div>
          <Title order={1}>{preset?.title ?? 'Lab'}</Title>
          <Text c="dimmed">
            {preset?.story ?? 'Your own experiment: every choice on the left, what it does on the right.'}
          </Text>
        </div>
        <LabTools />
      </header>
      <section className="panel lab-run" aria-label="Run">
        <RunControls onRun={ask} />
        <RunStatus />
        <CostLine state={cost} busy={busy} />
      </section>
      <RunNotices />
      <div className={pipeline ? 'lab-body' : undefined}>
        {pipeline && <PipelineSection items={items} onFiles={setFiles} withResults={shown !== undefined} />}
        <section className="lab-views" aria-label="Live views">
          <HandMadePanel run={shown} items={items} onRun={tryProfile} />
          <LiveViews
            run={shown}
            current={live.cell}
            stage={status === 'done' ? undefined : live.progress?.stage}
            attack={(shown?.spec ?? spec).attack}
            onWhy={busy || shown?.cells.length !== 1 ? undefined : askWhy}
          />
        </section>
      </div>
      <CostQuestion
        cost={cost.cost}
        open={asked !== undefined}
        onRun={() => run(asked ?? {})}
        onClose={() => setAsked(undefined)}
      />
    </div>
  );
}

/** Items with titles, most popular first. Popularity comes anew with every report but belongs to the data, as the titles do. */
function useItems(titles: readonly string[] | undefined, popularity: Int32Array | undefined) {
  const [known, setKnown] = useState<{ titles?: readonly string[]; items: readonly RankedItem[] }>({
    items: [],
  });
  if (titles && popularity && known.titles !== titles)
    setKnown({ titles, items: rankedItems(titles, popularity) });
  return known.items;
}
