import { useMemo } from 'react';
import { ThiefSees } from '../../components/charts/thief-sees.tsx';
import { noTitles, type PanelProps } from './panel-props.ts';
import { queriesOf } from './shown-run.ts';
import { Watched } from './watched.tsx';
import { whoseViews, whyNone } from './whose-views.ts';

const soon = 'The first queries appear when the victim is trained and the thief begins to ask.';

/** One query and its answer, as the thief sees them; live while it asks. */
export function ThiefPanel({ run, cell }: PanelProps) {
  const views = cell?.views;
  const queries = useMemo(() => (views ? queriesOf(views) : []), [views]);
  return (
    <Watched view="queries" id="queries" wide>
      <ThiefSees
        views={queries}
        whose={queries.length > 0 ? whoseViews(run, cell) : ''}
        titles={cell?.titles ?? noTitles}
        itemIds={cell?.itemIds ?? noTitles}
        emptyText={whyNone(run, cell, { what: 'queries', soon })}
      />
    </Watched>
  );
}
