import { useMemo } from 'react';
import { ThiefSees } from '../../components/charts/thief-sees.tsx';
import { noTitles, type PanelProps } from './panel-props.ts';
import { queriesOf } from './shown-run.ts';
import { Watched } from './watched.tsx';

/** One query and its answer, as the thief sees them; live while it asks. */
export function ThiefPanel({ run }: Pick<PanelProps, 'run'>) {
  const views = run?.views;
  const queries = useMemo(() => (views ? queriesOf(views) : []), [views]);
  return (
    <Watched view="queries" id="queries" wide>
      <ThiefSees
        views={queries}
        titles={run?.titles ?? noTitles}
        emptyText={
          run?.source === 'precomputed'
            ? 'This precomputed result holds no queries. Press Run to watch the thief ask.'
            : 'The first queries appear when the victim is trained and the thief begins to ask.'
        }
      />
    </Watched>
  );
}
