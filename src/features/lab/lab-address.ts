import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { presets } from '../../core/experiments/presets.ts';
import { useExperiment } from '../../stores/session.ts';

/** Loads the experiment that the address names (`?preset=` or `?spec=`) and keeps the address in step with later edits. */
export function useLabAddress(query: string): void {
  const load = useExperiment((state) => state.load);
  const loadPacked = useExperiment((state) => state.loadPacked);
  const packed = useExperiment((state) => state.packed);
  const spec = useExperiment((state) => state.spec);
  const valid = useExperiment((state) => state.valid);
  const last = useRef<string>(null);

  useEffect(() => {
    if (query === last.current) return;
    last.current = query;
    const given = new URLSearchParams(query);
    const text = given.get('spec');
    const preset = presets.find(({ id }) => id === given.get('preset'));
    if (text !== null) loadPacked(text);
    else if (preset) load(preset.spec);
  }, [query, load, loadPacked]);

  useEffect(() => {
    if (valid === null) return;
    const timer = setTimeout(() => {
      const next = withSpec(currentQuery(), packed());
      if (next === last.current) return;
      last.current = next;
      history.replaceState(null, '', `#/lab?${next}`);
    }, 400);
    return () => clearTimeout(timer);
  }, [spec, valid, packed]);
}

/** The route's query with this spec: a preset that still is what it was keeps its short name. */
function withSpec(query: string, packed: string): string {
  const next = new URLSearchParams(query);
  next.delete('preset');
  next.set('spec', packed);
  return next.toString();
}

/** How the results are looked at, by name. */
export type ViewChoices = Readonly<Partial<Record<'rows' | 'columns', string>>>;

/** Told when a choice is written into the address, which the browser itself does not tell. */
const written = new EventTarget();

/** How the results are looked at, kept in the address: a reload and a shared link show the same. */
export function useViewChoices(): [ViewChoices, (choices: ViewChoices) => void] {
  const query = useSyncExternalStore(subscribe, currentQuery);
  const choices = useMemo(() => {
    const given = new URLSearchParams(query);
    const [rows, columns] = [given.get('rows'), given.get('columns')];
    return { ...(rows !== null && { rows }), ...(columns !== null && { columns }) };
  }, [query]);
  return [choices, choose];
}

function choose(choices: ViewChoices): void {
  const next = new URLSearchParams(currentQuery());
  for (const [name, value] of Object.entries(choices)) next.set(name, value);
  history.replaceState(null, '', `#/lab?${next.toString()}`);
  written.dispatchEvent(new Event('change'));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  written.addEventListener('change', listener);
  return () => {
    removeEventListener('hashchange', listener);
    written.removeEventListener('change', listener);
  };
}

/** The query of the route as the address has it now: what was written there since the page was opened included. */
function currentQuery(): string {
  return location.hash.split('?')[1] ?? '';
}

/** A link to this experiment as it is looked at, for somebody else. */
export function shareLink(packed: string, choices: ViewChoices): string {
  const query = new URLSearchParams({ spec: packed, ...choices }).toString();
  return `${location.origin}${location.pathname}${location.search}#/lab?${query}`;
}
