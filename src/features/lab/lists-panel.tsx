import { BeforeAfterLists } from '../../components/charts/before-after-lists.tsx';
import type { AskWhy } from './evidence-panel.tsx';
import { noTargets, noTitles, type PanelProps } from './panel-props.ts';
import { listsOf } from './shown-run.ts';
import { Watched } from './watched.tsx';
import { whoseViews, whyNone } from './whose-views.ts';

interface ListsPanelProps extends PanelProps {
  /** Asks why a target stands where it does; absent where it cannot be told now. */
  readonly onWhy: AskWhy | undefined;
}

/** Real users' lists before and after the attack. */
export function ListsPanel({ run, cell, onWhy }: ListsPanelProps) {
  const before = cell && listsOf(cell.views, 'clean');
  const after = cell && listsOf(cell.views, 'attacked');
  const copy = cell && listsOf(cell.views, 'surrogate');
  return (
    <Watched view="lists" id="lists" wide>
      <BeforeAfterLists
        before={before}
        after={after ?? copy}
        afterLabel={after || !copy ? 'attacked' : 'so far, on the attacker’s own model'}
        whose={before || after || copy ? whoseViews(run, cell) : ''}
        titles={cell?.titles ?? noTitles}
        targets={cell?.targets ?? noTargets}
        fileName="lists"
        onWhy={after ? onWhy : undefined}
        emptyText={whyNone(run, cell, {
          what: 'lists',
          soon: 'Lists appear when the clean victim is trained.',
        })}
      />
    </Watched>
  );
}
