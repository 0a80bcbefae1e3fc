import { useEffect, useState } from 'react';

/** Milliseconds between two drawings: room for a key press or a scroll. */
const gap = 30;
const waiting = new Set<() => void>();
let pumping = false;

/** Draws charts one after the other, each in a task of its own, so that several at once never add up to a long one. Returns a way to take it back. */
export function drawLater(draw: () => void): () => void {
  waiting.add(draw);
  pump();
  return () => waiting.delete(draw);
}

function pump(): void {
  if (pumping) return;
  pumping = true;
  setTimeout(() => {
    pumping = false;
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next);
    next();
    if (waiting.size > 0) pump();
  }, gap);
}

/** The value that a chart should draw: follows the given one when its turn comes, and only while the chart is on screen. */
export function useDrawn<T>(value: T, onScreen: boolean): T {
  const [drawn, setDrawn] = useState(value);
  useEffect(() => (onScreen ? drawLater(() => setDrawn(() => value)) : undefined), [value, onScreen]);
  return drawn;
}
