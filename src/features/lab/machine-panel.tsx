import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { SignedBars } from '../../components/charts/signed-bars.tsx';
import { machineFavourites } from './machine-favourites.ts';
import { noTitles } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';

const shownItems = 15;

/** What the learned opponent clicks, for those who want to look at its cards; absent while it has none. */
export function MachinePanel({ run }: { readonly run: ShownRun | undefined }) {
  const [open, setOpen] = useState(false);
  const view = run?.cells[0]?.views['profiles:opponent profiles'];
  const titles = run?.titles ?? noTitles;
  const bars = useMemo(
    () => (view?.view === 'profiles' ? machineFavourites(view, titles, shownItems) : []),
    [view, titles],
  );
  if (bars.length === 0) return null;
  return (
    <div className="panel wide">
      {open ? (
        <SignedBars
          title="What the machine clicks"
          caption="The items that most of its fake users click besides the target. No two of them need have the same profile."
          bars={bars}
          xLabel="Its fake users who click it (share)"
          fileName="machine-favourites"
          table={{
            columns: ['Item', 'Fake users who click it (share)'],
            rows: bars.map(({ label, value }) => [label, value]),
          }}
        />
      ) : (
        <Text size="sm" c="dimmed">
          The machine has made its choice.{' '}
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            Look at its cards
          </Button>
        </Text>
      )}
    </div>
  );
}
