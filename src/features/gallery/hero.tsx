import { Alert, Anchor, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Preset } from '../../core/experiments/preset.ts';
import { usePrecomputed } from '../../stores/precomputed.ts';
import { specOfPreset } from '../../stores/preset-specs.ts';
import { useEnvironment, useExperiment } from '../../stores/session.ts';
import { usePacedRun } from '../../stores/use-paced-run.ts';
import { filmsOf } from './films.ts';
import { HeroControls } from './hero-controls.tsx';
import { HeroList } from './hero-list.tsx';
import { HeroProgress } from './hero-progress.tsx';
import { HeroReach } from './hero-reach.tsx';
import {
  fakeUsersFor,
  genuineUsers,
  heroFromLive,
  heroFromPrecomputed,
  heroSpec,
  isHeroRun,
} from './hero-run.ts';

const noWatch = {};

/** Push a movie: alive at first paint from a precomputed result; the real attack takes over on a press. */
export function Hero({ preset }: { readonly preset: Preset }) {
  const stored = usePrecomputed(preset.id);
  const precomputed = stored.status === 'ready' ? stored.precomputed : undefined;
  const films = useMemo(
    () => (precomputed ? filmsOf(precomputed.views, precomputed.titles) : []),
    [precomputed],
  );
  const run = usePacedRun(500);
  const choice = useEnvironment((state) => state.choice);
  const load = useExperiment((state) => state.load);
  const [, go] = useLocation();
  const presetSpec = useMemo(() => specOfPreset(preset), [preset]);
  const presetFakes = Number(presetSpec.attack?.params['fakeUserCount'] ?? fakeUsersFor(10));
  const [rank, setRank] = useState<number>();
  const [percent, setPercent] = useState(Math.round((100 * presetFakes) / genuineUsers));

  const watch = run.watch;
  useEffect(() => {
    watch({ lists: 500 });
    return () => watch(noWatch);
  }, [watch]);

  const live = isHeroRun(run.spec, presetSpec) && run.status !== 'idle';
  const shown = useMemo(() => {
    if (live) return heroFromLive(run.live);
    return precomputed && heroFromPrecomputed(precomputed);
  }, [live, run.live, precomputed]);
  const untouched = rank === undefined && fakeUsersFor(percent) === presetFakes;
  const spec = useMemo(
    () => (untouched ? presetSpec : heroSpec(presetSpec, rank, fakeUsersFor(percent))),
    [untouched, presetSpec, rank, percent],
  );
  const { start } = run;
  const attack = useCallback(() => start(spec, { backend: choice }), [start, spec, choice]);
  const busy = live && (run.status === 'starting' || run.status === 'running' || run.status === 'paused');
  const targetTitle = shown?.targets.map((item) => shown.titles[item] ?? `Film ${item}`).join(', ');
  const presetRank = useMemo(
    () => films.find((film) => film.title === targetTitle)?.rank,
    [films, targetTitle],
  );

  return (
    <section className="hero" aria-labelledby="hero-title">
      <div className="hero-side">
        <Title order={1} id="hero-title">
          Push a movie
        </Title>
        <Text mt={4} mb="md">
          A recommender learns from what people watched. Add fake people, and it learns what you want. Pick a
          film, add fake users, and watch it climb real people’s top&nbsp;10.
        </Text>
        <HeroControls
          films={films}
          rank={rank ?? presetRank}
          percent={percent}
          busy={busy}
          estimate={preset.estimate}
          onRank={setRank}
          onPercent={setPercent}
          onAttack={attack}
        />
        {live && <HeroProgress />}
        {live && run.error && run.status === 'failed' && (
          <Alert color="red" variant="outline" mt="md" title="The attack stopped" role="alert">
            {run.error.message} Try fewer fake users, or another backend in the Lab.
          </Alert>
        )}
        <Text size="sm" mt="md">
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => {
              if (!live) load(spec);
              else if (run.spec) load(run.spec);
              go('/lab');
            }}
          >
            Look inside this attack in the Lab
          </Anchor>
        </Text>
      </div>
      <div className="hero-stage">
        {shown?.clean || shown?.attacked || live ? (
          <HeroList key={live ? 'live' : 'precomputed'} data={shown} live={live} />
        ) : (
          <HeroAbsent
            loading={stored.status === 'loading'}
            reason={stored.status === 'absent' ? stored.reason : ''}
          />
        )}
        <HeroReach
          data={shown}
          live={live}
          finished={run.status === 'done'}
          title={targetTitle}
          stale={!live && !untouched}
          backend={precomputed?.result.environment.backend}
        />
      </div>
    </section>
  );
}

function HeroAbsent({ loading, reason }: { readonly loading: boolean; readonly reason: string }) {
  return (
    <div className="hero-absent" aria-busy={loading}>
      {loading ? '' : `${reason} Press Attack to compute it here.`}
    </div>
  );
}
