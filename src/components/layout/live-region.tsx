import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface LiveRegionProps {
  readonly message: string;
  /** Milliseconds between two announcements; the last message is never lost. */
  readonly every?: number;
}

/** Tells a screen reader how work goes on, politely and not more often than `every`. */
export function LiveRegion({ message, every = 5000 }: LiveRegionProps) {
  const [said, setSaid] = useState('');
  const lastTime = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, lastTime.current + every - performance.now());
    const timer = setTimeout(() => {
      lastTime.current = performance.now();
      setSaid(message);
    }, wait);
    return () => clearTimeout(timer);
  }, [message, every]);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said}
    </VisuallyHidden>
  );
}
