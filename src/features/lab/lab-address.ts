import { useEffect, useRef } from 'react';
import { presets } from '../../core/experiments/presets.ts';
import { useExperiment } from '../../stores/session.ts';

/** Loads the experiment that the address names (`?preset=` or `?spec=`) and keeps the address in step with later edits. */
export function useLabAddress(query: string): void {
  const load = useExperiment((state) => state.load);
  const loadPacked = useExperiment((state) => state.loadPacked);
  const packed = useExperiment((state) => state.packed);
  const spec = useExperiment((state) => state.spec);
  const valid = useExperiment((state) => state.valid);
  const written = useRef<string>(null);

  useEffect(() => {
    if (query === written.current) return;
    written.current = query;
    const given = new URLSearchParams(query);
    const text = given.get('spec');
    const preset = presets.find(({ id }) => id === given.get('preset'));
    if (text !== null) loadPacked(text);
    else if (preset) load(preset.spec);
  }, [query, load, loadPacked]);

  useEffect(() => {
    if (valid === null) return;
    const timer = setTimeout(() => {
      const next = withSpec(query, packed());
      if (next === written.current) return;
      written.current = next;
      history.replaceState(null, '', `#/lab?${next}`);
    }, 400);
    return () => clearTimeout(timer);
  }, [spec, valid, packed, query]);
}

/** The route's query with this spec: a preset that still is what it was keeps its short name. */
function withSpec(query: string, packed: string): string {
  const next = new URLSearchParams(query);
  next.delete('preset');
  next.set('spec', packed);
  return next.toString();
}

/** A link to this experiment, for somebody else. */
export function shareLink(packed: string): string {
  return `${location.origin}${location.pathname}${location.search}#/lab?spec=${packed}`;
}
