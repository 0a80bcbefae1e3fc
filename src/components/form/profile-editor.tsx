import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { Icon } from '../layout/icon.tsx';
import type { RankedItem } from './form-context.tsx';
import './form.css';

interface ProfileEditorProps {
  /** Items with titles, most popular first. */
  readonly items: readonly RankedItem[];
  /** Popularity ranks of the chosen items, in the order of choice. */
  readonly chosen: readonly number[];
  /** Ranks that cannot be chosen: the targets are clicked anyway. */
  readonly taken: readonly number[];
  /** How many of the chosen items count; undefined = all. */
  readonly room?: number | undefined;
  readonly label: string;
  readonly onChange: (ranks: readonly number[]) => void;
}

/** A list of items that a person puts together: search by title, add, remove, clear. */
export function ProfileEditor({ items, chosen, taken, room, label, onChange }: ProfileEditorProps) {
  const titles = new Map(items.map(({ rank, title }) => [rank, title]));
  const free = items.filter(({ rank }) => !chosen.includes(rank) && !taken.includes(rank));
  const full = room !== undefined && chosen.length >= room;
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <Select
          label={label}
          placeholder="Type a title"
          description={full ? `All ${room} clicks are used: remove one first.` : undefined}
          style={{ flex: '1 1 14rem' }}
          searchable
          limit={60}
          disabled={full}
          data={free.map(({ rank, title }) => ({ value: String(rank), label: `${title} (#${rank})` }))}
          value={null}
          onChange={(rank) => rank !== null && onChange([...chosen, Number(rank)])}
          nothingFoundMessage="No title like this"
          leftSection={<Icon name="plus" size={16} />}
        />
        <Button variant="default" onClick={() => onChange([])} disabled={chosen.length === 0}>
          Clear
        </Button>
      </Group>
      {chosen.length === 0 ? (
        <Text c="dimmed" size="sm" mt="sm">
          Empty: the fake users click the target alone.
        </Text>
      ) : (
        <ul className="profile-items" aria-label="Items of the profile">
          {chosen.map((rank, at) => {
            const title = titles.get(rank) ?? `Item of rank ${rank}`;
            const idle = room !== undefined && at >= room;
            return (
              <li key={rank} data-idle={idle || undefined}>
                <span>{title}</span>
                <span className="profile-rank">#{rank}</span>
                {idle && <span className="visually-hidden"> does not count, beyond the limit</span>}
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={`Remove ${title}`}
                  onClick={() => onChange(chosen.filter((other) => other !== rank))}
                >
                  <Icon name="close" size={14} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
