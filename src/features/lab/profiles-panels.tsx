import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { ClickPopularity } from '../../components/charts/click-popularity.tsx';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import { profileMatrix } from '../../components/charts/profile-matrix.ts';
import { noTitles, type PanelProps } from './panel-props.ts';
import { profilesOf, titledMatrix } from './shown-run.ts';
import { clickShares } from './click-shares.ts';
import { StealthNote } from './stealth-note.tsx';
import { Watched } from './watched.tsx';

/** What the fake users click, and what the attacker's gradient says of each click. */
export function ProfilesPanels({ run, cell }: PanelProps) {
  const profiles = cell && profilesOf(cell.views);
  const titles = cell?.titles;
  // Of a cell whose profiles are not kept, the shares are known all the same.
  const several = (run?.cells.length ?? 0) > 1;
  const shares = useMemo(() => (several && cell ? clickShares(cell.data) : undefined), [several, cell]);
  const raw = cell?.views['matrix:hypergradient'];
  const gradient = useMemo(() => titledMatrix(raw, titles ?? noTitles), [raw, titles]);
  const matrix = useMemo(() => profiles && profileMatrix(profiles, titles ?? noTitles), [profiles, titles]);
  const soon = 'It appears with the first outer step of the attack.';
  return (
    <>
      <Watched view="profiles" id="popularity">
        <ClickPopularity view={profiles} shares={shares} emptyText={soon} />
        {profiles && !shares && (
          <Text size="sm" c="dimmed" mt="xs">
            {(profiles.fakeUsers.items.length / Math.max(1, profiles.fakeUsers.userCount)).toFixed(1)} clicks
            per fake user
          </Text>
        )}
        <StealthNote cell={cell} />
      </Watched>
      <Watched view="profiles" id="profiles">
        <HeatMap
          title="Fake profiles"
          caption="What each fake user clicks: targets first, then the items most of them share."
          xLabel="Item, most shared first (count)"
          yLabel="Fake user (count)"
          valueLabel="Click (0 or 1)"
          fileName="fake-profiles"
          view={matrix}
          emptyText={soon}
        />
      </Watched>
      <Watched view="matrix" id="hypergradient">
        <HeatMap
          title="Hypergradient"
          caption="How the attacker's objective would change with each click: blue clicks help the attack, red ones hurt it."
          xLabel="Item (count)"
          yLabel="Fake user (count)"
          valueLabel="Nats per click"
          fileName="hypergradient"
          view={gradient}
          emptyText={soon}
        />
      </Watched>
    </>
  );
}
