import type { CheckpointState, FollowedHistory, Model, RunContext, View } from '../core/contracts.ts';
import { createRng } from '../core/math/rng.ts';
import type { Component } from '../core/params/fields.ts';

/** A context for an algorithm by itself: never cancelled, nobody watches unless `views` collects what is emitted. */
export function runContext(
  seed: number | string,
  given: {
    readonly build?: (component: Component) => Promise<Model>;
    readonly restored?: CheckpointState;
    readonly checkpoint?: (state: CheckpointState) => void;
    readonly views?: View[];
    readonly followed?: FollowedHistory;
  } = {},
): RunContext {
  return {
    rng: createRng(seed),
    signal: { aborted: false },
    yieldNow: () => Promise.resolve(),
    now: () => 0,
    memory: () => ({ bytes: 0, peakBytes: 0 }),
    build: given.build ?? (() => Promise.reject(new Error('this context builds no model'))),
    emit: (view) => void given.views?.push(view),
    watches: () => given.views !== undefined,
    followed: () => given.followed,
    checkpoint: (state) => Promise.resolve(given.checkpoint?.(state)),
    restored: given.restored,
  };
}
