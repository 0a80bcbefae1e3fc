import { Button } from '@mantine/core';
import { memo, useLayoutEffect, useRef } from 'react';
import { Icon } from '../layout/icon.tsx';
import './ranked-list.css';

export interface RankedEntry {
  readonly item: number;
  readonly title: string;
  readonly target: boolean;
  /** Place in the list that this one is compared with, 1-based; null = was not in it; undefined = nothing to compare with. */
  readonly before?: number | null | undefined;
}

interface RankedListProps {
  readonly label: string;
  readonly entries: readonly RankedEntry[];
  /** Asks why a target stands here; no target can be asked about without. */
  readonly onWhy?: ((item: number) => void) | undefined;
}

/** A top-k list whose titles glide to their new places when the ranking changes, unless motion is to be reduced. */
export const RankedList = memo(function RankedList({ label, entries, onWhy }: RankedListProps) {
  const list = useRef<HTMLOListElement>(null);
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const rows = [...(list.current?.children ?? [])] as HTMLElement[];
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const next = new Map(rows.map((row) => [row.dataset['item'] ?? '', row.offsetTop]));
    for (const row of rows) {
      const item = row.dataset['item'] ?? '';
      const from = places.current.get(item);
      const to = next.get(item) ?? 0;
      if (still || places.current.size === 0 || from === to) continue;
      const start =
        from === undefined
          ? { opacity: 0, transform: 'translateY(2.5rem)' }
          : { transform: `translateY(${from - to}px)` };
      row.animate([start, { opacity: 1, transform: 'none' }], {
        duration: 600,
        easing: 'cubic-bezier(.2,.8,.2,1)',
      });
    }
    places.current = next;
  }, [entries]);
  return (
    <ol className="ranked-list" aria-label={label} ref={list}>
      {entries.map((entry, at) => (
        <li key={entry.item} data-item={entry.item} data-target={entry.target || undefined}>
          <span className="rank" aria-hidden="true">
            {at + 1}
          </span>
          {entry.target && <Icon name="star" size={16} />}
          <span className="ranked-title">{entry.title}</span>
          {onWhy && entry.target && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Why is ${entry.title} here?`}
              onClick={() => onWhy(entry.item)}
            >
              Why?
            </Button>
          )}
          {entry.before !== undefined && <Move from={entry.before} to={at + 1} />}
        </li>
      ))}
    </ol>
  );
});

function Move({ from, to }: { readonly from: number | null; readonly to: number }) {
  if (from === null) return <span className="rank-move rank-new">new</span>;
  if (from === to) return null;
  return (
    <span className="rank-move">
      <span aria-hidden="true">{from > to ? `▲ ${from - to}` : `▼ ${to - from}`}</span>
      <span className="visually-hidden">{`${from > to ? 'up' : 'down'} ${Math.abs(from - to)}`}</span>
    </span>
  );
}
