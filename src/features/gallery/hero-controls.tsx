import { Button, Group, NumberInput, Select, Slider, Stack, Text } from '@mantine/core';
import { memo, useId, useMemo } from 'react';
import { formatBytes, formatSeconds } from '../../components/charts/format.ts';
import { Icon } from '../../components/layout/icon.tsx';
import type { Preset } from '../../core/experiments/preset.ts';
import type { Film } from './films.ts';
import { fakeUsersFor, genuineUsers } from './hero-run.ts';

interface HeroControlsProps {
  readonly films: readonly Film[];
  readonly rank: number | undefined;
  readonly percent: number;
  readonly busy: boolean;
  readonly estimate: Preset['estimate'];
  readonly onRank: (rank: number) => void;
  readonly onPercent: (percent: number) => void;
  readonly onAttack: () => void;
}

const marks = [0, 25, 50, 75, 100].map((value) => ({ value, label: `${value}%` }));

/** Film, number of fake users, and the button. */
export const HeroControls = memo(function HeroControls(props: HeroControlsProps) {
  const { films, rank, percent, busy, estimate, onRank, onPercent, onAttack } = props;
  const sliderLabel = useId();
  const fakes = fakeUsersFor(percent);
  const choices = useMemo(
    () => films.map((film) => ({ value: String(film.rank), label: film.title })),
    [films],
  );
  return (
    <Stack gap="md">
      {films.length > 0 ? (
        <Select
          label="Film to push"
          searchable
          allowDeselect={false}
          limit={80}
          maxDropdownHeight={320}
          nothingFoundMessage="No film like this"
          data={choices}
          value={rank === undefined ? null : String(rank)}
          onChange={(value) => value !== null && onRank(Number(value))}
          description={rank === undefined ? undefined : `Number ${rank} of ${films.length} by popularity`}
          inputWrapperOrder={['label', 'input', 'description']}
          leftSection={<Icon name="search" size={16} />}
          disabled={busy}
        />
      ) : (
        <NumberInput
          label="Film to push, by popularity"
          description="1 is the most watched film. Titles appear with the first result."
          min={1}
          max={2000}
          value={rank ?? ''}
          placeholder="as in the preset"
          onChange={(value) => value !== '' && onRank(Math.max(1, Math.round(Number(value))))}
          disabled={busy}
        />
      )}
      <div>
        <Group justify="space-between" align="flex-end" mb={6}>
          <Text size="sm" fw={500} id={sliderLabel}>
            Fake users
          </Text>
          <NumberInput
            aria-label="Fake users in percent of the real ones"
            value={percent}
            onChange={(value) => value !== '' && onPercent(Math.max(0, Math.min(500, Number(value))))}
            min={0}
            max={500}
            suffix="%"
            size="xs"
            w={92}
            disabled={busy}
          />
        </Group>
        <Slider
          value={Math.min(100, percent)}
          onChange={onPercent}
          min={0}
          max={100}
          marks={marks}
          mb="xl"
          mx="md"
          thumbProps={{
            'aria-labelledby': sliderLabel,
            'aria-valuetext': `${percent}%, ${fakes} fake users`,
          }}
          label={(value) => `${fakeUsersFor(value)} fakes`}
          disabled={busy}
        />
        <Text size="sm" c={percent > 100 ? undefined : 'dimmed'} role={percent > 100 ? 'alert' : undefined}>
          {percent > 100
            ? `More fake users (${fakes}) than real ones (${genuineUsers}): it runs, but no real service would overlook this.`
            : `${fakes} fake among ${genuineUsers} real users.`}
        </Text>
      </div>
      <div>
        <Button size="md" fullWidth onClick={onAttack} loading={busy} leftSection={<Icon name="play" />}>
          Attack
        </Button>
        <Text size="sm" c="dimmed" mt={6}>
          Computes in this tab: about {formatSeconds(estimate.seconds)} and {formatBytes(estimate.bytes)} on a
          laptop.
        </Text>
      </div>
    </Stack>
  );
});
