import type {
  QueriesView,
  ListsView,
  MatrixView,
  PointsView,
  ProfilesView,
  View,
} from '../../core/contracts.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { Cell, Comparison, ExperimentResult, Published } from '../../core/run/result.ts';
import { cellData, type CellData } from '../../components/charts/experiment-lines.ts';
import { viewKey, type LiveRun } from '../../stores/live-run.ts';
import type { Precomputed } from '../../stores/precomputed.ts';
import { placeOfCell } from './axis-kinds.ts';
import { noTargets, noTitles } from './panel-props.ts';

/** One cell as the Lab draws it. */
export interface ShownCell {
  readonly label: string;
  readonly at: Readonly<Record<string, string>>;
  readonly data: CellData;
  /** The cell with its timing and memory; null while it runs. */
  readonly finished: Cell | null;
  /** Lists, maps, heat maps and logs of queries, all of one repeat of this cell. */
  readonly views: Views;
  /** The repeat that the views are of, from 0. */
  readonly repeat: number;
  readonly titles: readonly string[]; // [I]
  readonly itemIds: readonly string[]; // [I], the dataset's own
  readonly targets: readonly number[];
  /** True when this cell had views that a run of so many cells could not keep. */
  readonly letGo: boolean;
}

/** Views by key, see `viewKey`. */
export type Views = Readonly<Record<string, View>>;
const noViews: Views = {};

/** What the Lab shows: a run of this tab, or the precomputed result of the loaded preset. */
export interface ShownRun {
  readonly source: 'live' | 'precomputed';
  readonly spec: ExperimentSpec;
  readonly cells: readonly ShownCell[];
  /** Titles and targets of the data that was prepared last. */
  readonly titles: readonly string[];
  readonly targets: readonly number[];
  readonly published: readonly Published[];
  /** Paired differences of phases; they are made when all is over. */
  readonly comparisons: readonly Comparison[];
  readonly notes: readonly string[];
}

export function shownFromLive(
  live: LiveRun,
  spec: ExperimentSpec,
  published: readonly Published[],
  result: ExperimentResult | null,
): ShownRun {
  const cells = live.cells.map((cell) => {
    const at = cell.finished?.at ?? placeOfCell(spec.axes, cell.index);
    const { prepared, finished, views, repeat, letGo } = cell;
    return {
      label: labelOf(at, cell.index),
      at,
      data: cell,
      finished,
      views,
      repeat,
      titles: prepared?.titles ?? noTitles,
      itemIds: prepared?.itemIds ?? noTitles,
      targets: prepared?.targets ?? noTargets,
      letGo,
    };
  });
  return {
    source: 'live',
    spec,
    cells,
    titles: live.prepared?.titles ?? [],
    targets: live.prepared?.targets ?? [],
    published,
    comparisons: result?.comparisons ?? [],
    notes: [...(live.prepared?.notes ?? []), ...live.notes],
  };
}

export function shownFromPrecomputed({ result, views, titles }: Precomputed): ShownRun {
  const targets = views.find((view) => view.view === 'profiles')?.targets ?? [];
  const first = Object.fromEntries(views.map((view) => [viewKey(view), view]));
  return {
    source: 'precomputed',
    spec: result.spec,
    cells: result.cells.map((cell, at) => ({
      label: labelOf(cell.at, at),
      at: cell.at,
      data: cellData(cell),
      finished: cell,
      views: at === 0 ? first : noViews,
      repeat: 0,
      titles,
      itemIds: noTitles,
      targets,
      letGo: false,
    })),
    titles,
    targets,
    published: result.published,
    comparisons: result.comparisons,
    notes: [...result.notes, ...result.cells.flatMap((cell) => cell.notes)],
  };
}

function labelOf(at: Readonly<Record<string, string>>, index: number): string {
  const parts = Object.entries(at).map(([axis, label]) => `${axis} ${label}`);
  return parts.length > 0 ? parts.join(', ') : `Cell ${index + 1}`;
}

export function listsOf(views: Views, phase: string): ListsView | undefined {
  const view = views[`lists:${phase}`];
  return view?.view === 'lists' ? view : undefined;
}

export function profilesOf(views: Views): ProfilesView | undefined {
  const found = Object.values(views).filter((view) => view.view === 'profiles');
  return found.find(({ name }) => name === 'fake profiles') ?? found[0];
}

export function matrixOf(views: Views, name: string): MatrixView | undefined {
  const view = views[`matrix:${name}`];
  return view?.view === 'matrix' ? view : undefined;
}

/** A matrix whose columns are items, with titles in the place of indices. */
export function titledMatrix(view: View | undefined, titles: readonly string[]): MatrixView | undefined {
  if (view?.view !== 'matrix') return undefined;
  return { ...view, columnLabels: view.columnLabels.map((label) => titles[Number(label)] ?? label) };
}

/** Maps of users, by the model they were read off. */
export function mapsOf(views: Views): readonly PointsView[] {
  return Object.values(views).filter((view): view is PointsView => view.view === 'points');
}

/** What a thief asked, by the victim that was asked. */
export function queriesOf(views: Views): readonly QueriesView[] {
  return Object.values(views).filter((view): view is QueriesView => view.view === 'queries');
}
