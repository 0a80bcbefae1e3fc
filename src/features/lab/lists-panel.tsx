import { BeforeAfterLists } from '../../components/charts/before-after-lists.tsx';
import type { AskWhy } from './evidence-panel.tsx';
import { noTargets, noTitles, type PanelProps } from './panel-props.ts';
import { producedBy } from './produced-by.ts';
import { listsOf } from './shown-run.ts';
import { Watched } from './watched.tsx';

interface ListsPanelProps extends Pick<PanelProps, 'run'> {
  /** Asks why a target stands where it does; absent where it cannot be told now. */
  readonly onWhy: AskWhy | undefined;
}

/** Real users' lists before and after the attack, or the victim's beside the stolen model's. */
export function ListsPanel({ run, onWhy }: ListsPanelProps) {
  const after = run && listsOf(run.views, 'attacked');
  const copy = run && listsOf(run.views, 'surrogate');
  const stolen = run?.spec.attack && producedBy(run.spec.attack) === 'surrogate';
  const afterLabel = stolen
    ? 'by the stolen model'
    : after || !copy
      ? 'attacked'
      : 'so far, on the attacker’s own model';
  return (
    <Watched view="lists" id="lists" wide>
      <BeforeAfterLists
        before={run && listsOf(run.views, 'clean')}
        after={stolen ? copy : (after ?? copy)}
        afterLabel={afterLabel}
        titles={run?.titles ?? noTitles}
        targets={run?.targets ?? noTargets}
        fileName="lists"
        onWhy={after && !stolen ? onWhy : undefined}
        emptyText={
          run?.source === 'precomputed'
            ? 'This precomputed result holds no lists. Press Run to see them.'
            : 'Lists appear when the clean victim is trained.'
        }
      />
    </Watched>
  );
}
