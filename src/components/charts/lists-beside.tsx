import { SimpleGrid, Text } from '@mantine/core';
import { memo, useMemo, useState, type ReactNode } from 'react';
import type { ListsView } from '../../core/contracts.ts';
import { ChartFrame } from './chart-frame.tsx';
import { listOf } from './list-entries.ts';
import { RankedList } from './ranked-list.tsx';
import { UserPicker } from './user-picker.tsx';

/** One recommender's lists. */
export interface NamedLists {
  readonly label: string;
  readonly view: ListsView | undefined;
  /** The lists whose places each item's own is compared with. */
  readonly compared?: ListsView | undefined;
}

interface ListsBesideProps {
  readonly title: string;
  readonly caption: ReactNode;
  /** Two in a row: those that belong together. */
  readonly lists: readonly NamedLists[];
  readonly titles: readonly string[]; // [I]
  readonly fileName: string;
  readonly emptyText: string;
}

const noTargets: readonly number[] = [];

/** One real user's top-k lists by several recommenders, with titles. */
export const ListsBeside = memo(function ListsBeside(props: ListsBesideProps) {
  const { title, caption, lists, titles, fileName, emptyText } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const users = lists.find(({ view }) => view)?.view?.users ?? [];
  const user = users.find((each) => String(each) === chosen) ?? users[0];
  const drawn = useMemo(
    () =>
      lists.map(({ label, view, compared }) => {
        const known = view && user !== undefined;
        return { label, entries: known ? listOf(view, user, titles, noTargets, compared) : undefined };
      }),
    [lists, user, titles],
  );
  const length = Math.max(0, ...drawn.map(({ entries }) => entries?.length ?? 0));
  return (
    <ChartFrame
      title={title}
      caption={caption}
      table={{
        columns: ['Place', ...drawn.map(({ label }) => label)],
        rows: Array.from({ length }, (_, at) => [
          at + 1,
          ...drawn.map(({ entries }) => entries?.[at]?.title ?? null),
        ]),
      }}
      fileName={fileName}
      empty={user === undefined ? emptyText : undefined}
      controls={
        <UserPicker
          users={users.map((each) => ({ user: each, label: `User ${each + 1}` }))}
          chosen={user}
          onChoose={setChosen}
        />
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {drawn.map(({ label, entries }) => (
          <div key={label}>
            <Text fw={600} mb={4}>
              {label}
            </Text>
            {entries ? (
              <RankedList label={label} entries={entries} />
            ) : (
              <Text c="dimmed">Not computed yet.</Text>
            )}
          </div>
        ))}
      </SimpleGrid>
    </ChartFrame>
  );
});
