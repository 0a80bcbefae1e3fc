import type { ListsView, View } from '../../core/contracts.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { Phase } from '../../core/run/result.ts';
import { cellData, meanOf, type CellData } from '../../components/charts/experiment-lines.ts';
import type { LiveRun } from '../../stores/live-run.ts';
import type { Precomputed } from '../../stores/precomputed.ts';

export const heroPresetId = 'movielens/push-a-movie';
/** Genuine users of MovieLens small after its 10-core, of which the slider takes a share. */
export const genuineUsers = 670;
export const reachMetric = 'target.hr@10';

/** What the hero shows: lists of real users, and how many of them see the film. */
export interface HeroData {
  readonly clean: ListsView | undefined;
  readonly attacked: ListsView | undefined;
  readonly titles: readonly string[];
  readonly targets: readonly number[];
  /** Share of real users with the film in their top 10; null = not measured yet. */
  readonly reach: { readonly [P in 'clean' | 'baseline' | 'attacked']: number | null };
  /** The same on the attacker's own model at the latest outer step; null before the first. */
  readonly ownReach: number | null;
}

/** Fake users for a share of the genuine ones. */
export function fakeUsersFor(percent: number): number {
  return Math.round((percent / 100) * genuineUsers);
}

/** The hero's experiment: the preset with this film (by popularity rank) and this many fake users. */
export function heroSpec(
  preset: ExperimentSpec,
  rank: number | undefined,
  fakeUserCount: number,
): ExperimentSpec {
  if (!preset.attack) return preset;
  const target = rank === undefined ? {} : { targetItems: { by: 'popularity-rank', ranks: [rank] } };
  return {
    ...preset,
    attack: { ...preset.attack, params: { ...preset.attack.params, ...target, fakeUserCount } },
  };
}

/** True for the experiment that the hero starts, whatever its film and number of fakes. */
export function isHeroRun(spec: ExperimentSpec | null, preset: ExperimentSpec): boolean {
  return spec !== null && bare(spec) === bare(preset);
}

function bare(spec: ExperimentSpec): string {
  const { targetItems: _target, fakeUserCount: _count, ...rest } = spec.attack?.params ?? {};
  return JSON.stringify({ ...spec, attack: { id: spec.attack?.id, rest } });
}

export function heroFromPrecomputed({ result, views, titles }: Precomputed): HeroData {
  const cell = result.cells[0];
  const profiles = views.find((view) => view.view === 'profiles');
  return {
    clean: listsOf(views, 'clean'),
    attacked: listsOf(views, 'attacked'),
    titles,
    targets: profiles?.targets ?? [],
    reach: reachOf(cell && cellData(cell)),
    ownReach: null,
  };
}

export function heroFromLive(live: LiveRun): HeroData {
  const [cell] = live.cells;
  // The data of its repeats is the same: a list stays until the next repeat tells it anew.
  const views = Object.values({ ...cell?.earlier, ...cell?.views });
  return {
    clean: listsOf(views, 'clean'),
    // While the attack goes on, the attacker's own copy shows where it is heading.
    attacked: listsOf(views, 'attacked') ?? listsOf(views, 'surrogate'),
    titles: live.prepared?.titles ?? [],
    targets: live.prepared?.targets ?? [],
    reach: reachOf(live.cells[0]),
    ownReach: live.cells[0]?.series[reachMetric]?.values.at(-1)?.at(-1) ?? null,
  };
}

function listsOf(views: readonly View[], phase: Phase | 'surrogate'): ListsView | undefined {
  return views.find((view): view is ListsView => view.view === 'lists' && view.phase === phase);
}

function reachOf(data: CellData | undefined): HeroData['reach'] {
  const mean = (phase: Phase) => meanOf(data?.phases[phase]?.[reachMetric]);
  return { clean: mean('clean'), baseline: mean('baseline'), attacked: mean('attacked') };
}
