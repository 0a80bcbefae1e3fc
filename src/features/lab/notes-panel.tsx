import { List, Title } from '@mantine/core';
import type { PanelProps } from './panel-props.ts';

/** What the run has to say about its own numbers, each once. */
export function NotesPanel({ run }: Pick<PanelProps, 'run'>) {
  if (!run || run.notes.length === 0) return null;
  return (
    <section aria-label="Notes" className="panel" style={{ marginTop: '1rem' }}>
      <Title order={3}>Notes</Title>
      <List size="sm">
        {[...new Set(run.notes)].map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </section>
  );
}
