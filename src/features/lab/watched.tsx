import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useInViewport } from '@mantine/hooks';
import type { View } from '../../core/contracts.ts';
import type { MapMethod } from '../../lab/job.ts';
import { useRun } from '../../stores/session.ts';

type Report = (view: View['view'], key: string, visible: boolean) => void;
const WatchContext = createContext<Report>(() => undefined);

/** Least milliseconds between two updates of a view: a redraw must not hold up the page. */
const every: { readonly [V in View['view']]: number } = {
  points: 700,
  matrix: 3000,
  lists: 1500,
  profiles: 3000,
  queries: 700,
  roc: 3000,
  evidence: 500,
};

interface WatchScopeProps {
  readonly mapMethod: MapMethod;
  /** The user whose history is followed through a training; null = the first of those shown. */
  readonly followedUser: number | null;
  readonly children: ReactNode;
}

/** Tells the engine which views are on screen: what nobody looks at is not computed. */
export function WatchScope({ mapMethod, followedUser, children }: WatchScopeProps) {
  const watch = useRun((state) => state.watch);
  const visible = useRef(new Map<string, View['view']>());
  const report = useMemo<Report>(() => {
    let told = '';
    return (view, key, shown) => {
      if (shown) visible.current.set(key, view);
      else visible.current.delete(key);
      const kinds = [...new Set(visible.current.values())].sort();
      if (kinds.join() === told) return;
      told = kinds.join();
      watch(Object.fromEntries(kinds.map((kind) => [kind, every[kind]])), { mapMethod, followedUser });
    };
  }, [watch, mapMethod, followedUser]);
  useEffect(() => () => watch({}), [watch]);
  return <WatchContext value={report}>{children}</WatchContext>;
}

interface WatchedProps {
  readonly view: View['view'];
  readonly id: string;
  /** Takes the whole row. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A panel whose view is asked for while it is in the viewport. */
export function Watched({ view, id, wide = false, children }: WatchedProps) {
  const report = useContext(WatchContext);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  useEffect(() => {
    report(view, id, inViewport);
    return () => report(view, id, false);
  }, [report, view, id, inViewport]);
  return (
    <div ref={ref} className={wide ? 'panel wide' : 'panel'}>
      {children}
    </div>
  );
}
