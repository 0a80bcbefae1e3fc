import { Button, NumberInput, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { memo, useMemo, useState } from 'react';
import type { QueriesView } from '../../core/contracts.ts';
import { ChartFrame } from './chart-frame.tsx';
import { saveFile } from './export-chart.ts';
import { isTooLong, logFile, queryShown, queryTable } from './query-table.ts';
import { RankedList } from './ranked-list.tsx';

interface ThiefSeesProps {
  /** One for every victim that was asked. */
  readonly views: readonly QueriesView[];
  /** Behind the caption: of which cell and repeat the queries are. */
  readonly whose: string;
  readonly titles: readonly string[]; // [I]
  readonly itemIds: readonly string[]; // [I], the dataset's own
  readonly emptyText: string;
}

const count = new Intl.NumberFormat('en');

/** The black box from outside: a made-up history goes in, a list comes out, and the thief has nothing else. */
export const ThiefSees = memo(function ThiefSees({
  views,
  whose,
  titles,
  itemIds,
  emptyText,
}: ThiefSeesProps) {
  const [asked, setAsked] = useState<string>();
  const [number, setNumber] = useState<number>();
  const view = views.find(({ name }) => name === asked) ?? views.at(-1);
  const query = useMemo(() => view && queryShown(view, number, titles), [view, number, titles]);
  const table = useMemo(() => queryTable(view, titles), [view, titles]);
  return (
    <ChartFrame
      title="What the thief sees"
      caption={`The thief makes up a history and asks what comes next. The served list is all that ever leaves the recommender: no scores, no weights.${whose}`}
      table={table}
      fileName="query-log"
      empty={query ? undefined : emptyText}
      controls={
        view && (
          <div className="query-controls">
            {views.length > 1 && (
              <SegmentedControl
                aria-label="Who is asked"
                size="xs"
                value={view.name}
                onChange={setAsked}
                data={views.map(({ name }) => ({ value: name, label: `The ${name}` }))}
              />
            )}
            {view.complete && (
              <NumberInput
                size="xs"
                label={`Query, 1 to ${count.format(view.asked)}`}
                w="12rem"
                min={1}
                max={view.asked}
                clampBehavior="strict"
                value={query?.number ?? ''}
                onChange={(value) => setNumber(Number(value) || undefined)}
              />
            )}
            {view.complete && (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  const text = logFile(view, titles, itemIds);
                  saveFile('query-log.json', new Blob([text], { type: 'application/json' }));
                }}
              >
                Save the log (JSON)
              </Button>
            )}
          </div>
        )
      }
    >
      {view && query && (
        <>
          <Text size="sm" mb="xs">
            <strong>
              {count.format(view.asked)} of {count.format(view.total)}
            </strong>{' '}
            queries asked of the {view.name}. {view.complete ? 'Here is' : 'The latest:'} query{' '}
            {count.format(query.number)}.{' '}
            {isTooLong(view) &&
              `A log of ${count.format(view.total * view.log.k)} items is too long for a page, so that only the latest history is here; the command line saves all of it (--artifacts).`}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <div>
              <Text fw={600} mb={4}>
                Made-up history, oldest first
              </Text>
              <ol className="query-history" aria-label="Made-up history">
                {query.history.map((title, at) => (
                  <li key={at}>{title}</li>
                ))}
              </ol>
            </div>
            <div>
              <Text fw={600} mb={4}>
                Served list
              </Text>
              <div className="query-answer">
                <RankedList label="Served list" entries={query.answer} />
              </div>
            </div>
          </SimpleGrid>
        </>
      )}
    </ChartFrame>
  );
});
