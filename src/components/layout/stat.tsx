import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import './layout.css';

interface StatProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

/** One number with its name below. */
export function Stat({ label, value, note }: StatProps) {
  return (
    <div>
      <div className="stat-value">{value}</div>
      <Text size="sm">{label}</Text>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}
