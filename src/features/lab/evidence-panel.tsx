import { Button, Group, List, NumberInput, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { EvidenceView } from '../../core/contracts.ts';
import { barsOf, evidenceRows } from '../../components/charts/evidence-rows.ts';
import { phases, roles } from '../../components/charts/roles.ts';
import { SignedBars } from '../../components/charts/signed-bars.tsx';
import { noTitles, type PanelProps } from './panel-props.ts';
import { Watched } from './watched.tsx';
import { explainedIn, placeIn, whySentences, type ExplainedPhase } from './why-sentences.ts';

/** Asks why an item stands where it does for a user; `leaveOneOut` fake users are left out one by one, as many as are cheap by default. */
export type AskWhy = (user: number, item: number, leaveOneOut?: number) => void;

interface EvidencePanelProps extends PanelProps {
  readonly onWhy: AskWhy | undefined;
}

const partNames = {
  users: 'Who clicked it',
  items: 'What the user clicked',
  dimensions: 'Dimensions',
} as const;

/** Why an item stands where it does for one user, with or without the defenses; absent until that is asked. */
export function EvidencePanel({ run, cell, onWhy }: EvidencePanelProps) {
  const [phase, setPhase] = useState<ExplainedPhase>('attacked');
  const attacked = evidenceOf(run, cell, 'attacked');
  const defended = evidenceOf(run, cell, 'defended');
  const view = (phase === 'defended' ? defended : undefined) ?? attacked;
  const titles = cell?.titles ?? noTitles;
  const asked = run?.spec.evaluation.explain;
  if (!asked) return null;
  const title = view ? (titles[view.item] ?? `Item ${view.item}`) : '';
  return (
    <Watched view="evidence" id="evidence" wide>
      {view && defended && (
        <SegmentedControl
          aria-label="Whose recommendation is explained"
          size="xs"
          mb="sm"
          value={explainedIn(view)}
          onChange={(value) => setPhase(value as ExplainedPhase)}
          data={(['attacked', 'defended'] as const).map((value) => ({
            value,
            label: `${phases[value].label} victim`,
          }))}
        />
      )}
      <div className="split-panel">
        <div>
          <ScoreParts view={view} titles={titles} />
        </div>
        <div>
          <InfluenceBars
            view={view}
            wanted={asked.leaveOneOut}
            noise={noiseOf(view, cell?.data)}
            onWhy={onWhy}
          />
        </div>
      </div>
      {view && (
        <List size="sm" mt="sm" aria-label="What the evidence comes to">
          {whySentences(view, title, cell?.data).map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </Watched>
  );
}

/** The evidence of a victim about the pair that this run asks about. */
function evidenceOf(
  run: PanelProps['run'],
  cell: PanelProps['cell'],
  phase: ExplainedPhase,
): EvidenceView | undefined {
  const view = cell?.views[`evidence:${phase}`];
  const asked = run?.spec.evaluation.explain;
  if (view?.view !== 'evidence' || view.user !== asked?.user) return undefined;
  return asked.item === undefined || asked.item === view.item ? view : undefined;
}

/** How far another seed alone moves the score; it was tried without a defense. */
function noiseOf(view: EvidenceView | undefined, data: PanelDataOf): number | undefined {
  if (!view || explainedIn(view) === 'defended') return undefined;
  const other = placeIn(data, 'attackedSameSeed', 'attacked')?.score;
  return other !== null && other !== undefined ? Math.abs(other - view.score) : undefined;
}
type PanelDataOf = NonNullable<PanelProps['cell']>['data'] | undefined;

interface ScorePartsProps {
  readonly view: EvidenceView | undefined;
  readonly titles: readonly string[];
}

function ScoreParts({ view, titles }: ScorePartsProps) {
  const [chosen, setChosen] = useState<string>();
  const parts = view?.parts.find(({ of }) => of === chosen) ?? view?.parts[0];
  const names = useMemo(
    () => ({ titles, genuineCount: view?.genuineCount ?? 0 }),
    [titles, view?.genuineCount],
  );
  const bars = useMemo(() => (parts ? evidenceRows(parts, names) : []), [parts, names]);
  const table = useMemo(() => {
    const all = parts ? barsOf(parts, names) : [];
    const rows = all.map(({ label, value, style }) => [label, style.label, value] as const);
    return {
      columns: ['Part', 'Kind', 'Share of the score (score)'],
      rows: parts ? [...rows, ['Residual', '', parts.residual] as const] : rows,
    };
  }, [parts, names]);
  const silent = view && !parts;
  return (
    <SignedBars
      title="Why is it here?"
      caption={
        parts
          ? `${parts.exact ? '' : 'Up to what is left over: '}${parts.method}`
          : 'The score of the item, taken apart.'
      }
      bars={bars}
      xLabel="Part of the score (score)"
      fileName="why-score"
      table={table}
      empty={
        silent
          ? 'The score of this model is no sum that could be taken apart. What each fake user adds stands beside it.'
          : parts
            ? undefined
            : 'The evidence is gathered when the attacked victim is trained.'
      }
      controls={
        view &&
        view.parts.length > 1 && (
          <SegmentedControl
            aria-label="Parts of the score"
            size="xs"
            mb="xs"
            value={parts?.of ?? ''}
            onChange={setChosen}
            data={view.parts.map(({ of }) => ({ value: of, label: partNames[of] }))}
          />
        )
      }
    />
  );
}

interface InfluenceBarsProps {
  readonly view: EvidenceView | undefined;
  /** How many fake users are to be left out, where there are so many. */
  readonly wanted: number;
  readonly noise: number | undefined;
  readonly onWhy: AskWhy | undefined;
}

const measures = {
  scores: { label: 'Score', xLabel: 'Score added (score)' },
  places: { label: 'Places', xLabel: 'Places gained (count)' },
  reach: { label: 'Reach', xLabel: 'Target reach added (share)' },
} as const;

function InfluenceBars({ view, wanted, noise, onWhy }: InfluenceBarsProps) {
  const [measure, setMeasure] = useState<keyof typeof measures>('scores');
  const influence = view?.influence;
  const behind = view !== undefined && explainedIn(view) === 'defended';
  const bars = useMemo(
    () =>
      Array.from(influence?.fakes ?? [], (fake, at) => ({
        key: String(fake),
        label: `Fake user ${fake + 1}`,
        value: influence?.[measure][at] ?? Number.NaN,
        style: roles.fake,
      }))
        .filter(({ value }) => Number.isFinite(value))
        .sort((a, b) => b.value - a.value),
    [influence, measure],
  );
  const table = useMemo(
    () => ({
      columns: ['Fake user', 'Score added', 'Places gained', 'Target reach added (share)'],
      rows: Array.from(influence?.fakes ?? [], (fake, at) => [
        fake + 1,
        influence?.scores[at] ?? null,
        influence?.places[at] ?? null,
        influence?.reach[at] ?? null,
      ]),
    }),
    [influence],
  );
  return (
    <>
      <SignedBars
        title="What each fake user adds"
        caption={
          behind
            ? 'The victim trained anew without one of the fake users whom the defense left, from the same seed.'
            : 'The victim trained anew without one fake user, from the same seed. The grey band is how far another seed alone moves the score.'
        }
        bars={bars}
        xLabel={measures[measure].xLabel}
        noise={measure === 'scores' ? noise : undefined}
        fileName="why-influence"
        table={table}
        empty={
          bars.length > 0
            ? undefined
            : influence && influence.asked > 0
              ? 'The first victim without a fake user is being trained.'
              : behind && wanted > 0
                ? 'The defense removed every fake user: there is none to leave out.'
                : 'No fake user is left out yet. Say below how many.'
        }
        controls={
          <SegmentedControl
            aria-label="What is compared"
            size="xs"
            mb="xs"
            value={measure}
            onChange={(value) => setMeasure(value as keyof typeof measures)}
            data={Object.entries(measures).map(([value, { label }]) => ({ value, label }))}
          />
        }
      />
      {view && <LeaveOut view={view} asked={Math.min(wanted, view.fakeCount)} onWhy={onWhy} />}
    </>
  );
}

interface LeaveOutProps extends Pick<InfluenceBarsProps, 'onWhy'> {
  readonly view: EvidenceView;
  readonly asked: number;
}

/** How many fake users are left out; those who share most clicks with the user come first. */
function LeaveOut({ view, asked, onWhy }: LeaveOutProps) {
  const [count, setCount] = useState<number | string>(asked);
  useEffect(() => setCount(asked), [asked]);
  const wanted = Number(count);
  return (
    <Group gap="xs" align="flex-end" mt="sm">
      <NumberInput
        label="Fake users left out, one by one"
        description={`Of ${view.fakeCount}; those most like the user first.`}
        size="sm"
        w={260}
        min={0}
        max={view.fakeCount}
        allowDecimal={false}
        value={count}
        onChange={setCount}
      />
      <Button
        size="sm"
        variant="default"
        disabled={!onWhy || wanted === asked || !Number.isInteger(wanted)}
        onClick={() => onWhy?.(view.user, view.item, Math.max(0, Math.min(view.fakeCount, wanted)))}
      >
        Leave out
      </Button>
    </Group>
  );
}
