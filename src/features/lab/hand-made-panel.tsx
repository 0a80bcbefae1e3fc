import { Button, Group, SegmentedControl, Slider, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { RankedItem } from '../../components/form/form-context.tsx';
import { ProfileEditor } from '../../components/form/profile-editor.tsx';
import { EmptyNote } from '../../components/layout/empty-note.tsx';
import { Icon } from '../../components/layout/icon.tsx';
import { setPath } from '../../core/params/set-path.ts';
import { useExperiment, useRun } from '../../stores/session.ts';
import { handMadeProfiles, otherNaming, ranksOf } from './hand-made-profiles.ts';
import { HandMadeScore } from './hand-made-score.tsx';
import { MachinePanel } from './machine-panel.tsx';
import type { ShownRun } from './shown-run.ts';
import { TriesTable } from './tries-table.tsx';

interface HandMadePanelProps {
  readonly run: ShownRun | undefined;
  readonly items: readonly RankedItem[];
  readonly onRun: () => void;
}

/** The profile of a person: what the fake users click, how far that got, and every try of this visit. Absent with another attack. */
export function HandMadePanel({ run, items, onRun }: HandMadePanelProps) {
  const spec = useExperiment((state) => state.spec);
  const { attack } = spec;
  if (attack?.id !== 'hand-made') return null;
  return (
    <section aria-labelledby="hand-made-title" className="hand-made">
      <Title order={2} id="hand-made-title" mb="sm">
        You against the machine
      </Title>
      <div className="views">
        <div className="panel">
          <YourProfile run={run} items={items} onRun={onRun} />
        </div>
        <div className="panel">
          <HandMadeScore run={run} />
        </div>
        <div className="panel wide">
          <TriesTable items={items} />
        </div>
        <MachinePanel run={run} />
      </div>
    </section>
  );
}

const percent = (share: number) => `${Math.round(100 * share)}%`;

function YourProfile({ run, items, onRun }: HandMadePanelProps) {
  const spec = useExperiment((state) => state.spec);
  const { attack } = spec;
  const edit = useExperiment((state) => state.edit);
  const valid = useExperiment((state) => state.valid !== null);
  const undo = useExperiment((state) => state.undo);
  const canUndo = useExperiment((state) => state.canUndo);
  const setParam = useExperiment((state) => state.setParam);
  const status = useRun((state) => state.status);
  const [which, setWhich] = useState('First');
  if (!attack) return null;
  const profiles = handMadeProfiles(attack);
  const profile = profiles.find(({ name }) => name === which) ?? profiles[0];
  if (!profile) return null;
  const fakes = Number(attack.params['fakeUserCount'] ?? 67);
  const cap = Number(attack.params['clickCap'] ?? 0);
  const targets = run?.targets ?? [];
  const taken = items.flatMap(({ item, rank }) => (targets.includes(item) ? [rank] : []));
  const target = items.find(({ item }) => item === targets[0])?.title;
  const other = otherNaming(profile.selection);
  const active = status === 'starting' || status === 'running' || status === 'paused';
  const { sharePath } = profile;
  return (
    <Stack gap="sm">
      <Title order={3}>Your fake users</Title>
      <Text size="sm" c="dimmed">
        {fakes} fake users click {target ? `“${target}”` : 'the target'} and what you choose here
        {cap > 0 && `, at most ${cap} clicks each`}. The machine has as many, and no more clicks.
      </Text>
      <SegmentedControl
        aria-label="Profile"
        size="xs"
        value={which}
        onChange={setWhich}
        data={profiles.map(({ name, share }) => ({
          value: name,
          label: `${name} (${percent(share)})`,
        }))}
      />
      {sharePath && (
        <div>
          <Text size="sm" id="share-label">
            Share of the fake users with this profile
          </Text>
          <Slider
            aria-labelledby="share-label"
            thumbLabel="Share of the fake users with this profile"
            min={0}
            max={1}
            step={0.05}
            label={percent}
            value={profile.share}
            onChange={(share) => setParam(sharePath, share)}
          />
        </div>
      )}
      {items.length > 0 ? (
        <>
          {other && <Text size="sm">This profile names {other}. Choosing here begins a new list.</Text>}
          <ProfileEditor
            label="Add an item"
            items={items}
            chosen={ranksOf(profile.selection)}
            taken={taken}
            room={cap > 0 ? Math.max(0, cap - Math.max(1, targets.length)) : undefined}
            onChange={(ranks) => edit(setPath(spec, profile.path, { by: 'popularity-rank', ranks }))}
          />
        </>
      ) : (
        <EmptyNote>Titles are known after the first run. Try the profile as it is.</EmptyNote>
      )}
      <Group gap="xs">
        <Button onClick={onRun} disabled={!valid || active} leftSection={<Icon name="play" />}>
          Try it
        </Button>
        <Button
          variant="default"
          onClick={undo}
          disabled={!canUndo}
          leftSection={<Icon name="undo" />}
          aria-label="Undo the last change of the profile"
        >
          Undo
        </Button>
      </Group>
    </Stack>
  );
}
