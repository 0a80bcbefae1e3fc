import { SegmentedControl, Select, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { listOf, usersByClimb } from '../../components/charts/list-entries.ts';
import { RankedList } from '../../components/charts/ranked-list.tsx';
import { EmptyNote } from '../../components/layout/empty-note.tsx';
import type { HeroData } from './hero-run.ts';

interface HeroListProps {
  readonly data: HeroData | undefined;
  readonly live: boolean;
}

type Moment = 'before' | 'after';

/** One real user's top 10. It opens on the clean list and turns to the attacked one, so that the climb is seen once. */
export function HeroList({ data, live }: HeroListProps) {
  const [moment, setMoment] = useState<Moment>('before');
  const [chosen, setChosen] = useState<number>();
  const attackedReady = data?.attacked !== undefined;
  useEffect(() => {
    if (!attackedReady) return setMoment('before');
    const timer = setTimeout(() => setMoment('after'), 1600);
    return () => clearTimeout(timer);
  }, [attackedReady]);
  const users = useMemo(() => usersByClimb(data?.clean, data?.attacked, data?.targets ?? []), [data]);
  const user = users.find((entry) => entry.user === chosen) ?? users[0];
  const entries = useMemo(() => {
    const view = moment === 'after' ? data?.attacked : data?.clean;
    if (!data || !view || !user) return [];
    return listOf(view, user.user, data.titles, data.targets, moment === 'after' ? data.clean : undefined);
  }, [data, moment, user]);
  if (!user) {
    return (
      <EmptyNote>
        {live
          ? 'The first list comes as soon as the recommender is trained.'
          : 'There are no lists in this result.'}
      </EmptyNote>
    );
  }
  return (
    <div className="hero-list">
      <div className="hero-list-head">
        <Select
          label="What this real person is shown"
          size="sm"
          allowDeselect={false}
          data={users.map((entry) => ({ value: String(entry.user), label: entry.label }))}
          value={String(user.user)}
          onChange={(value) => value !== null && setChosen(Number(value))}
        />
        <SegmentedControl
          aria-label="Moment"
          value={moment}
          onChange={(value) => setMoment(value as Moment)}
          data={[
            { value: 'before', label: 'Before' },
            { value: 'after', label: 'After', disabled: !attackedReady },
          ]}
        />
      </div>
      <RankedList label={`Top ${entries.length} ${moment} the attack`} entries={entries} />
      {!entries.some((entry) => entry.target) && (
        <Text size="sm" c="dimmed" mt={4}>
          The film is not in this top {entries.length}.
        </Text>
      )}
    </div>
  );
}
