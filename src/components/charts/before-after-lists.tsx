import { SimpleGrid, Text } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { ListsView } from '../../core/contracts.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { listOf, usersByClimb } from './list-entries.ts';
import { RankedList } from './ranked-list.tsx';
import { UserPicker } from './user-picker.tsx';

interface BeforeAfterListsProps {
  readonly before: ListsView | undefined;
  readonly after: ListsView | undefined;
  /** What the second list is: "attacked", "random filler". */
  readonly afterLabel: string;
  /** Behind the caption: of which cell and repeat the lists are. */
  readonly whose?: string;
  readonly titles: readonly string[]; // [I]
  readonly targets: readonly number[];
  readonly fileName: string;
  readonly emptyText: string;
  /** Asks why a target stands in the second list. */
  readonly onWhy?: ((user: number, item: number) => void) | undefined;
}

/** A real user's top-k list before and after the attack, with titles. */
export const BeforeAfterLists = memo(function BeforeAfterLists(props: BeforeAfterListsProps) {
  const { before, after, afterLabel, whose = '', titles, targets, fileName, emptyText, onWhy } = props;
  const users = useMemo(() => usersByClimb(before, after, targets), [before, after, targets]);
  const [chosen, setChosen] = useState<string | null>(null);
  const user = users.find(({ user }) => String(user) === chosen) ?? users[0];
  const clean = user && before ? listOf(before, user.user, titles, targets) : undefined;
  const attacked = user && after ? listOf(after, user.user, titles, targets, before) : undefined;
  const k = before?.k ?? after?.k ?? 10;
  const title = `Top ${k} before and after`;
  return (
    <ChartFrame
      title={title}
      caption={`What the recommender shows one real user. A star marks the target.${whose}`}
      table={listTable(clean, attacked, afterLabel)}
      fileName={fileName}
      empty={(clean ?? attacked) ? undefined : emptyText}
      controls={<UserPicker users={users} chosen={user?.user} onChoose={setChosen} />}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <div>
          <Text fw={600} mb={4}>
            Before (clean)
          </Text>
          {clean ? <RankedList label="Before" entries={clean} /> : <Text c="dimmed">Not computed yet.</Text>}
        </div>
        <div>
          <Text fw={600} mb={4}>
            After ({afterLabel})
          </Text>
          {attacked ? (
            <RankedList
              label="After"
              entries={attacked}
              onWhy={onWhy && user ? (item) => onWhy(user.user, item) : undefined}
            />
          ) : (
            <Text c="dimmed">Not computed yet.</Text>
          )}
        </div>
      </SimpleGrid>
    </ChartFrame>
  );
});

type Entries = ReturnType<typeof listOf>;

function listTable(
  clean: Entries | undefined,
  attacked: Entries | undefined,
  afterLabel: string,
): ChartTable {
  const length = Math.max(clean?.length ?? 0, attacked?.length ?? 0);
  return {
    columns: ['Place', 'Before (clean)', `After (${afterLabel})`],
    rows: Array.from({ length }, (_, at) => [
      at + 1,
      clean?.[at]?.title ?? null,
      attacked?.[at]?.title ?? null,
    ]),
  };
}
