import { createContext, useContext, type ReactNode } from 'react';

const none: ReadonlySet<string> = new Set();
const HiddenContext = createContext<ReadonlySet<string>>(none);

interface LessonProps {
  /** Names of the controls that a teacher hides by `?hide=`. */
  readonly hidden: ReadonlySet<string>;
  readonly children: ReactNode;
}

export function Lesson({ hidden, children }: LessonProps) {
  return <HiddenContext value={hidden}>{children}</HiddenContext>;
}

/** Controls that `?hide=` knows. */
export type Hideable =
  | 'nav'
  | 'theme'
  | 'backend'
  | 'pipeline'
  | 'steps'
  | 'seed'
  | 'repeats'
  | 'share'
  | 'export'
  | 'presets'
  | 'stories';

/** True when the lesson leaves this control on the page. */
export function useShown(control: Hideable): boolean {
  return !useContext(HiddenContext).has(control);
}
