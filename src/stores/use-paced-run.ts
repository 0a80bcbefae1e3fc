import { startTransition, useContext, useEffect, useState } from 'react';
import type { RunState } from './run-store.ts';
import { SessionContext } from './session.ts';

/**
 * The run as it was at most `every` milliseconds ago, and at once when its status changes: events come 20 times a second, and no
 * chart needs to be drawn that often. Updates are transitions, so React breaks them off for a key press.
 */
export function usePacedRun(every: number): RunState {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no <SessionContext> around this component.');
  const { run } = session;
  const [shown, setShown] = useState(() => run.getState());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = run.getState();
    const show = () => {
      timer = undefined;
      last = run.getState();
      startTransition(() => setShown(last));
    };
    show();
    const leave = run.subscribe((state) => {
      const turned = state.status !== last.status || state.spec !== last.spec;
      if (turned) clearTimeout(timer);
      if (turned) show();
      else timer ??= setTimeout(show, every);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [run, every]);
  return shown;
}
