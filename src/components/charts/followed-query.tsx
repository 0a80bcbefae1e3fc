import { Select, SimpleGrid, Table, Text } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { MatrixView } from '../../core/contracts.ts';
import { ChartFrame } from './chart-frame.tsx';
import { itemsInPlaces } from './items-in-places.ts';

interface FollowedQueryProps {
  /** A and A′ of the query; absent while nothing has been shown. */
  readonly served: MatrixView | undefined;
  readonly misleading: MatrixView | undefined;
  /** Behind the caption: of which cell and repeat the query is. */
  readonly whose: string;
  readonly emptyText: string;
  readonly titles: readonly string[]; // [I]
  /** Genuine users who may be followed. */
  readonly users: readonly number[];
  /** Who is asked for; null = the first. */
  readonly followed: number | null;
  readonly onFollow: (user: number) => void;
}

const nameOf = (user: number) => `User ${user + 1}`;

/** One genuine history that stays the same through the training of a defended victim: what the victim answers, and where GRO pulls it. */
export const FollowedQuery = memo(function FollowedQuery(props: FollowedQueryProps) {
  const { served, misleading, whose, emptyText, titles, users, followed, onFollow } = props;
  const query = served?.query;
  const list = useMemo(() => itemsInPlaces(served, titles), [served, titles]);
  const pulled = useMemo(() => itemsInPlaces(misleading, titles), [misleading, titles]);
  const chosen = followed ?? users[0];
  const late = query !== undefined && chosen !== undefined && chosen !== query.user;
  return (
    <ChartFrame
      title="One query through GRO"
      caption={`What comes after this person’s history? At every step that is shown, the victim in training is asked again. The second list is where GRO would have each place: the items that hurt the imagined thief most. The maps show the same query.${whose}`}
      table={{
        columns: ['Place', 'Served list (A)', 'Misleading list (A′)'],
        rows: list.map((title, at) => [at + 1, title, pulled[at] ?? null]),
      }}
      fileName="followed-query"
      empty={query ? undefined : emptyText}
      controls={
        users.length > 0 && (
          <Select
            label="Whose history"
            description={late ? `${nameOf(query.user)} until the next step of GRO.` : undefined}
            searchable
            mb="sm"
            maw={480}
            allowDeselect={false}
            data={users.map((user) => ({ value: String(user), label: nameOf(user) }))}
            value={chosen === undefined ? null : String(chosen)}
            onChange={(user) => user !== null && onFollow(Number(user))}
          />
        )
      }
    >
      {query && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <div>
            <Text fw={600} mb={4}>
              History of {nameOf(query.user).toLowerCase()}, oldest first
            </Text>
            <ol className="query-history" aria-label="Followed history">
              {Array.from(query.items, (item, at) => (
                <li key={at}>{titles[item] ?? `Item ${item}`}</li>
              ))}
            </ol>
          </div>
          <Table verticalSpacing={3} horizontalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Place</Table.Th>
                <Table.Th scope="col">Served (A)</Table.Th>
                <Table.Th scope="col">Misleading (A′)</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((title, at) => (
                <Table.Tr key={at}>
                  <Table.Td>{at + 1}</Table.Td>
                  <Table.Td>{title}</Table.Td>
                  <Table.Td c={pulled[at] === title ? 'dimmed' : undefined}>
                    {pulled[at] === title ? 'left alone' : pulled[at]}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </SimpleGrid>
      )}
    </ChartFrame>
  );
});
