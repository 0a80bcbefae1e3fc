import { Button, Table } from '@mantine/core';
import { ChartFrame } from '../../components/charts/chart-frame.tsx';
import { deviationOf, meanOf } from '../../components/charts/experiment-lines.ts';
import { formatShare } from '../../components/charts/format.ts';
import type { RankedItem } from '../../components/form/form-context.tsx';
import { Icon } from '../../components/layout/icon.tsx';
import { useExperiment, useTries } from '../../stores/session.ts';
import type { Try } from '../../stores/tries.ts';
import { handMadeProfiles, otherNaming, ranksOf } from './hand-made-profiles.ts';

/** Every try of this visit, the best one marked; any of them can be taken up again. */
export function TriesTable({ items }: { readonly items: readonly RankedItem[] }) {
  const tries = useTries((state) => state.tries);
  const edit = useExperiment((state) => state.edit);
  const titles = new Map(items.map(({ rank, title }) => [rank, title]));
  const means = tries.map(({ reach }) => meanOf(reach.attacked));
  const best = Math.max(...means.map((mean) => mean ?? -1));
  return (
    <ChartFrame
      title="Your tries"
      caption="What you chose and how many real users it reached, this visit."
      fileName="tries"
      empty={tries.length === 0 ? 'No try is finished yet.' : undefined}
      table={{
        columns: ['Try', 'Profile', 'You (share)', 'Machine (share)', 'Chance (share)'],
        rows: tries.map(({ number, spec, reach }) => [
          number,
          contents(spec, titles).join('; '),
          meanOf(reach.attacked),
          meanOf(reach.opponent),
          meanOf(reach.baseline),
        ]),
      }}
    >
      <div className="table-wide" role="region" aria-label="Your tries: scrollable table" tabIndex={0}>
        <Table verticalSpacing={6} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Try</Table.Th>
              <Table.Th scope="col">Profile</Table.Th>
              <Table.Th scope="col" ta="right">
                You
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Machine
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Chance
              </Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tries.map(({ number, spec, reach }, at) => (
              <Table.Tr key={number}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {number} {means[at] === best && <Icon name="star" size={14} />}
                  {means[at] === best && <span className="visually-hidden">best so far</span>}
                </Table.Th>
                <Table.Td miw="14rem">{contents(spec, titles).join('; ')}</Table.Td>
                <Share values={reach.attacked} strong />
                <Share values={reach.opponent} />
                <Share values={reach.baseline} />
                <Table.Td ta="right">
                  <Button size="compact-sm" variant="subtle" onClick={() => edit(spec)}>
                    Use again<span className="visually-hidden"> the profile of try {number}</span>
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </ChartFrame>
  );
}

interface ShareProps {
  readonly values: readonly (number | null)[] | undefined;
  readonly strong?: boolean;
}

function Share({ values = [], strong = false }: ShareProps) {
  const deviation = deviationOf(values);
  return (
    <Table.Td ta="right" fw={strong ? 650 : undefined} style={{ whiteSpace: 'nowrap' }}>
      {values.length === 0 ? '–' : formatShare(meanOf(values))}
      {deviation !== null && <span className="phase-spread"> ± {formatShare(deviation)}</span>}
    </Table.Td>
  );
}

/** What a try's profiles in use hold: how many items, and the first titles. */
function contents({ attack }: Try['spec'], titles: ReadonlyMap<number, string>): readonly string[] {
  if (!attack) return [];
  return handMadeProfiles(attack)
    .filter(({ share }) => share > 0)
    .map(({ selection, share }) => {
      const ranks = ranksOf(selection);
      const named = ranks.slice(0, 3).map((rank) => titles.get(rank) ?? `#${rank}`);
      const more = ranks.length > 3 ? ` and ${ranks.length - 3} more` : '';
      const text =
        otherNaming(selection) ?? (ranks.length === 0 ? 'the target alone' : `${named.join(', ')}${more}`);
      return share < 1 ? `${Math.round(100 * share)}%: ${text}` : text;
    });
}
