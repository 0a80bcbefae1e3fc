import { canonicalJson, fingerprint } from '../math/fingerprint.ts';
import type { RunHost, StageValue } from './host.ts';

/** A stage's outcome together with what it took, as it is kept. */
export interface StageOutcome<T extends StageValue> {
  readonly value: T;
  readonly seconds: number;
  readonly fromCache: boolean;
}

/** The key of a stage: everything that its outcome depends on. Backends differ in the last bits, so they are part of it. */
export function stageKey(host: RunHost, stage: string, ...depends: readonly unknown[]): string {
  return `${stage}-${fingerprint(canonicalJson([stage, host.environment.backend, depends]))}`;
}

/** What a stage made, if it is kept. */
export async function keptStage<T extends StageValue>(
  { cache }: RunHost,
  key: string,
): Promise<{ readonly value: T; readonly seconds: number } | undefined> {
  return (await cache.get(key)) as { value: T; seconds: number } | undefined;
}

/** Takes a stage from the cache, or works it out and keeps it. */
export async function* cachedStage<T extends StageValue, P>(
  host: RunHost,
  key: string,
  work: () => AsyncGenerator<P, T>,
): AsyncGenerator<P, StageOutcome<T>> {
  const kept = await keptStage<T>(host, key);
  if (kept) return { ...kept, fromCache: true };
  const began = host.now();
  const value = yield* work();
  const seconds = (host.now() - began) / 1000;
  await host.cache.set(key, { value, seconds });
  return { value, seconds, fromCache: false };
}
