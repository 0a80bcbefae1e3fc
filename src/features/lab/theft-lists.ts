import type { NamedLists } from '../../components/charts/lists-beside.tsx';
import { listsOf, type Views } from './shown-run.ts';

/**
 * Lists of the victim and of the copy that a thief made of it, and the same of the defended victim where the cell has one. A copy is compared
 * with its victim, the defended victim with the undefended one.
 */
export function theftLists(views: Views, isDefended: boolean): readonly NamedLists[] {
  const victim = listsOf(views, 'clean') ?? listsOf(views, 'attacked');
  const defended = listsOf(views, 'defended') ?? listsOf(views, 'cleanDefended');
  const open: readonly NamedLists[] = [
    { label: 'The victim', view: victim },
    { label: 'Its copy', view: listsOf(views, 'surrogate'), compared: victim },
  ];
  if (!isDefended) return open;
  return [
    ...open,
    { label: 'The defended victim', view: defended, compared: victim },
    {
      label: 'Copy of the defended victim',
      view: listsOf(views, 'surrogate, defended victim'),
      compared: defended,
    },
  ];
}
