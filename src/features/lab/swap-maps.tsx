import { useMemo } from 'react';
import { FollowedQuery } from '../../components/charts/followed-query.tsx';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import { listsOf, matrixOf, titledMatrix, type ShownRun } from './shown-run.ts';
import { trainsWithGro } from './trains-with-gro.ts';
import { Watched } from './watched.tsx';

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

interface SwapMapsProps {
  readonly run: ShownRun | undefined;
  /** The user whose history is asked to be followed; null = the first of those shown. */
  readonly followed: number | null;
  readonly onFollow: (user: number) => void;
}

/** One genuine history as a victim that is trained with GRO answers it, and its swap matrices; nothing for other defenses. */
export function SwapMaps({ run, followed, onFollow }: SwapMapsProps) {
  if (!trainsWithGro(run)) return null;
  const [served, , misleading] = maps.map(({ name }) => matrixOf(run.views, name));
  return (
    <>
      <Watched view="matrix" id="followed query" wide>
        <FollowedQuery
          served={served}
          misleading={misleading}
          titles={run.titles}
          users={listsOf(run.views, 'clean')?.users ?? nobody}
          followed={followed}
          onFollow={onFollow}
        />
      </Watched>
      {maps.map((map) => (
        <SwapMap key={map.name} map={map} run={run} />
      ))}
    </>
  );
}

interface SwapMapProps {
  readonly map: (typeof maps)[number];
  readonly run: ShownRun;
}

function SwapMap({ map: { name, caption, ...words }, run: { views, titles } }: SwapMapProps) {
  const raw = matrixOf(views, name);
  const view = useMemo(() => titledMatrix(raw, titles), [raw, titles]);
  const whose = view?.query && ` Asked after the history of user ${view.query.user + 1}.`;
  return (
    <Watched view="matrix" id={name}>
      <HeatMap
        {...words}
        caption={`${caption}${whose ?? ''}`}
        xLabel="Item"
        yLabel="Place in the list (count)"
        fileName={name.replaceAll(/[^a-z0-9]+/gi, '-')}
        view={view}
        emptyText="It appears while a victim is trained with GRO."
      />
    </Watched>
  );
}
