import type {
  Artifact,
  Attack,
  AttackFactory,
  AttackInput,
  AttackProgress,
  CheckpointState,
  Poison,
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

export type AttackEvent =
  | { readonly kind: 'progress'; readonly progress: AttackProgress }
  | { readonly kind: 'view'; readonly content: View };

/** Where a run of an attack can be picked up again. */
type Kept = {
  readonly state: CheckpointState;
  readonly points: readonly AttackPoint[];
};

/** Seconds between two checkpoints on disk. */
const checkpointEvery = 2;

/**
 * Runs an attack with everything its contract promises: other algorithms by `build`, views, checkpoints under `key` in the host's cache.
 * `points` is filled by the caller while it listens; it is kept with the checkpoints, and restored points are put back first.
 */
export async function* runAttack(
  { id, params }: Component,
  input: AttackInput,
  rng: Rng,
  key: string,
  points: AttackPoint[],
  host: RunHost,
): AsyncGenerator<AttackEvent, Poison> {
  const factory = await choose<AttackFactory<never, Artifact>>(implementations.attacks, id);
  const attack = factory.create(params as never) as Attack;
  const kept = (await host.cache.get(`${key}-checkpoint`)) as Kept | undefined;
  if (kept) points.push(...kept.points);
  const views: View[] = [];
  let keptAt = host.now();
  const context = runContext(
    {
      rng,
      emit: (view) => void views.push(view),
      async checkpoint(state) {
        if (host.now() - keptAt < checkpointEvery * 1000) return;
        await host.cache.set(`${key}-checkpoint`, { state, points: [...points] });
        keptAt = host.now();
      },
      restored: kept?.state,
    },
    host,
  );
  const running = attack.run(input, context);
  try {
    for (;;) {
      const next = await running.next();
      for (const content of views.splice(0)) yield { kind: 'view', content };
      if (next.done && next.value.produces === 'poison') return next.value;
      if (next.done) throw incompatible([`The attack ${id} makes no poison.`], 'attack');
      yield { kind: 'progress', progress: next.value };
    }
  } finally {
    await running.return(undefined as never);
  }
}
