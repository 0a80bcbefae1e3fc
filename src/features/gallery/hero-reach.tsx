import { Badge, Text } from '@mantine/core';
import { formatPercent } from '../../components/charts/format.ts';
import { Swatch } from '../../components/charts/legend.tsx';
import { phases } from '../../components/charts/roles.ts';
import { useScheme } from '../../components/charts/use-scheme.ts';
import type { HeroData } from './hero-run.ts';

interface HeroReachProps {
  readonly data: HeroData | undefined;
  readonly live: boolean;
  readonly finished: boolean;
  readonly title: string | undefined;
  /** The controls no longer say what these numbers belong to. */
  readonly stale: boolean;
  readonly backend: string | undefined;
}

const rows = [
  { phase: 'clean', label: 'No attack' },
  { phase: 'baseline', label: 'Fakes who click at random' },
  { phase: 'attacked', label: 'Fakes who learned what to click' },
] as const;

/** How many real users have the film in their top 10: clean, random filler of equal budget, learned attack. */
export function HeroReach({ data, live, finished, title, stale, backend }: HeroReachProps) {
  const scheme = useScheme();
  const known = rows.flatMap(({ phase }) => data?.reach[phase] ?? []);
  const most = Math.max(0.05, ...known);
  return (
    <div className="hero-reach">
      <Text fw={650} component="h2" size="md">
        Real people with {title ? `“${title}”` : 'the film'} in their top 10
      </Text>
      <dl>
        {rows.map(({ phase, label }) => {
          const share = data?.reach[phase] ?? null;
          return (
            <div key={phase} className="reach-row">
              <dt>
                <Swatch style={phases[phase]} as="line" /> {label}
              </dt>
              <dd>
                <span className="reach-track" aria-hidden="true">
                  <span
                    className="reach-bar"
                    style={{
                      width: `${((share ?? 0) / most) * 100}%`,
                      background: phases[phase].color[scheme],
                    }}
                  />
                </span>
                <span className="reach-number">{share === null ? '–' : formatPercent(share)}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {live && !finished && data && data.ownReach !== null && (
        <Text size="sm" mb="sm">
          <Swatch style={phases.attackedSameSeed} as="line" /> On the attacker’s own model so far:{' '}
          {formatPercent(data.ownReach)}
        </Text>
      )}
      {known.length > 0 && (
        <div className="hero-origin">
          <Badge variant="default" tt="none" fw={500} size="lg" radius="sm">
            {live
              ? finished
                ? 'Computed in this tab'
                : 'Being computed in this tab'
              : `Precomputed${backend ? ` (${backend.toUpperCase()})` : ''}`}
          </Badge>
          {stale && (
            <Text size="sm" c="dimmed">
              Of the preset, not of your choice yet: press Attack.
            </Text>
          )}
        </div>
      )}
    </div>
  );
}
