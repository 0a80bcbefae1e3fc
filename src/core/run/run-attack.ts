import type {
  Artifact,
  Attack,
  AttackFactory,
  AttackInput,
  AttackProgress,
  CheckpointState,
  View,
} from '../contracts.ts';
import { incompatible } from '../errors.ts';
import { implementations } from '../implementations.ts';
import type { Rng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import type { RunHost } from './host.ts';
import { choose } from './prepare-data.ts';
import { runContext } from './run-context.ts';

/** One value per outer step, as an attack reports it and as its checkpoint keeps it. */
export type AttackPoint = {
  readonly series: string;
  readonly x: number;
  readonly value: number | null;
};

export type AttackEvent<A extends Artifact = Artifact> =
  | { readonly kind: 'progress'; readonly progress: AttackProgress<A> }
  | { readonly kind: 'view'; readonly content: View };

/** The artifact with this mark. */
type Made<Produces extends Artifact['produces']> = Extract<Artifact, { produces: Produces }>;

/** Where a run of an attack can be picked up again. */
type Kept = {
  readonly state: CheckpointState;
  readonly points: readonly AttackPoint[];
};

/** Seconds between two checkpoints on disk, unless the run is held in between. */
const checkpointEvery = 2;

/** What an earlier attempt of the attack under this key kept. */
export async function keptState(key: string, { cache }: RunHost): Promise<CheckpointState | undefined> {
  return ((await cache.get(`${key}-checkpoint`)) as Kept | undefined)?.state;
}

/**
 * Runs an attack that makes `produces` with everything its contract promises: other algorithms by `build`, views, checkpoints under `key` in the host's cache.
 * `points` is filled by the caller while it listens; it is kept with the checkpoints, and restored points are put back first.
 */
export async function* runAttack<Produces extends Artifact['produces']>(
  { id, params }: Component,
  produces: Produces,
  input: AttackInput,
  rng: Rng,
  key: string,
  points: AttackPoint[],
  host: RunHost,
): AsyncGenerator<AttackEvent<Made<Produces>>, Made<Produces>> {
  const factory = await choose<AttackFactory<never, Artifact>>(implementations.attacks, id);
  const attack = factory.create(params as never) as Attack<Artifact>;
  const kept = (await host.cache.get(`${key}-checkpoint`)) as Kept | undefined;
  if (kept) points.push(...kept.points);
  const views: View[] = [];
  let keptAt = host.now();
  let pending: Kept | undefined;
  const keep = async () => {
    if (!pending) return;
    const { state, points: shown } = pending;
    pending = undefined;
    await host.cache.set(`${key}-checkpoint`, { state: ownCopy(state), points: shown });
    keptAt = host.now();
  };
  const context = runContext(
    {
      rng,
      emit: (view) => void views.push(view),
      async checkpoint(state) {
        pending = { state, points: [...points] };
        if (host.now() - keptAt >= checkpointEvery * 1000) await keep();
      },
      restored: kept?.state,
    },
    host,
  );
  const running = attack.run(input, context);
  const release = host.onHold?.(keep);
  try {
    for (;;) {
      const next = await running.next();
      for (const content of views.splice(0)) yield { kind: 'view', content };
      if (next.done && next.value.produces === produces) return next.value as Made<Produces>;
      if (next.done) throw incompatible([`The attack ${id} makes no ${produces}.`], 'attack');
      yield { kind: 'progress', progress: next.value as AttackProgress<Made<Produces>> };
    }
  } finally {
    release?.();
    await running.return(undefined as never);
  }
}

/** Arrays of their own size: a view would take its whole buffer along into a store. */
function ownCopy(state: CheckpointState): CheckpointState {
  const copied = Object.entries(state).map(
    ([name, value]) => [name, typeof value === 'object' ? value.slice() : value] as const,
  );
  return Object.fromEntries(copied);
}
