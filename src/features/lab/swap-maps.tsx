import { useMemo } from 'react';
import { FollowedQuery } from '../../components/charts/followed-query.tsx';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import type { MatrixView } from '../../core/contracts.ts';
import { noTitles, type PanelProps } from './panel-props.ts';
import { listsOf, matrixOf, titledMatrix, type Views } from './shown-run.ts';
import { trainsWithGro, withoutGro } from './trains-with-gro.ts';
import { Watched } from './watched.tsx';
import { whoseViews, whyNone } from './whose-views.ts';

/** The maps that GRO shows, by the name that it gives them. */
const maps = [
  {
    name: 'swap matrix A',
    title: 'Served list, A',
    caption: 'Which item stands at which place of the victim’s list.',
    valueLabel: 'Item at the place (0 or 1)',
  },
  {
    name: 'gradient of the student’s loss by A',
    title: 'Gradient of the student’s loss by A',
    caption: 'How the imagined thief’s loss would change with each item at each place.',
    valueLabel: 'Loss per swap',
  },
  {
    name: 'swap matrix A′',
    title: 'Misleading list, A′',
    caption: 'The items that would hurt the imagined thief most: GRO pulls the victim there.',
    valueLabel: 'Item at the place (0 or 1)',
  },
] as const;

const nobody: readonly number[] = [];
const none: Views = {};

interface SwapMapsProps extends PanelProps {
  /** The user whose history is asked to be followed; null = the first of those shown. */
  readonly followed: number | null;
  readonly onFollow: (user: number) => void;
}

/** One genuine history as a victim that is trained with GRO answers it, and its swap matrices; nothing for other defenses. */
export function SwapMaps({ run, cell, followed, onFollow }: SwapMapsProps) {
  if (!trainsWithGro(run)) return null;
  const views = cell?.views ?? none;
  const [served, , misleading] = maps.map(({ name }) => matrixOf(views, name));
  const whose = served ? whoseViews(run, cell) : '';
  const emptyText =
    withoutGro(run, cell) ??
    whyNone(run, cell, { what: 'swap maps', soon: 'It appears while a victim is trained with GRO.' });
  return (
    <>
      <Watched view="matrix" id="followed query" wide>
        <FollowedQuery
          served={served}
          misleading={misleading}
          whose={whose}
          emptyText={emptyText}
          titles={cell?.titles ?? noTitles}
          users={listsOf(views, 'clean')?.users ?? nobody}
          followed={followed}
          onFollow={onFollow}
        />
      </Watched>
      {maps.map((map) => (
        <SwapMap
          key={map.name}
          map={map}
          views={views}
          titles={cell?.titles ?? noTitles}
          whose={whose}
          emptyText={emptyText}
        />
      ))}
    </>
  );
}

interface SwapMapProps {
  readonly map: (typeof maps)[number];
  readonly views: Views;
  readonly titles: readonly string[];
  readonly whose: string;
  readonly emptyText: string;
}

function SwapMap({ map: { name, caption, ...words }, views, titles, whose, emptyText }: SwapMapProps) {
  const raw = matrixOf(views, name);
  const view = useMemo(() => titledMatrix(raw, titles), [raw, titles]);
  return (
    <Watched view="matrix" id={name}>
      <HeatMap
        {...words}
        caption={`${caption}${view ? partOf(view) : ''}${whose}`}
        xLabel="Item"
        yLabel="Place in the list (count)"
        fileName={name.replaceAll(/[^a-z0-9]+/gi, '-')}
        view={view}
        emptyText={emptyText}
      />
    </Watched>
  );
}

/** Whose query a map shows, and how much of its list and of the catalogue: the engine sends no more than a screen has room for. */
function partOf({ query, rows, columns }: MatrixView): string {
  const asked = query ? ` Asked after the history of user ${query.user + 1}.` : '';
  return `${asked} Drawn are the first ${rows} places (at most 12) and ${columns} items (at most 24): those that stand there, those to be swapped in, then others of the list.`;
}
