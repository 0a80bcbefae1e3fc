import { useMemo } from 'react';
import { ListsBeside } from '../../components/charts/lists-beside.tsx';
import { noTitles, type PanelProps } from './panel-props.ts';
import { specAt } from './spec-at.ts';
import { theftLists } from './theft-lists.ts';
import { Watched } from './watched.tsx';
import { whoseViews, whyNone } from './whose-views.ts';

/** A real user's list by the victim beside that of its copy, without and behind the defenses of the chosen cell. */
export function TheftListsPanel({ run, cell }: PanelProps) {
  const spec = run?.spec;
  const at = cell?.at;
  const views = cell?.views;
  const isDefended = useMemo(() => (spec && at ? specAt(spec, at).defenses.length > 0 : false), [spec, at]);
  const lists = useMemo(() => (views ? theftLists(views, isDefended) : []), [views, isDefended]);
  const known = lists.find(({ view }) => view)?.view;
  const k = known?.k ?? spec?.evaluation.cutoffs[0] ?? 10;
  const beside = isDefended
    ? 'Places of a copy are compared with its victim’s, those of the defended victim with the undefended one’s.'
    : 'Places of the copy are compared with the victim’s.';
  return (
    <Watched view="lists" id="lists" wide>
      <ListsBeside
        title={`Top ${k} of victim and copy`}
        caption={`What one real user is shown. ${beside}${known ? whoseViews(run, cell) : ''}`}
        lists={lists}
        titles={cell?.titles ?? noTitles}
        fileName="lists"
        emptyText={whyNone(run, cell, { what: 'lists', soon: 'Lists appear when the victim is trained.' })}
      />
    </Watched>
  );
}
