import { expect, test } from 'vitest';
import { memorySource } from '../testing/memory-source.ts';
import { createJobControl } from './job-control.ts';
import { createRunHost } from './run-host.ts';

function hosted() {
  const told: string[] = [];
  const control = createJobControl(
    () => 0,
    () => told.push('held'),
  );
  const host = createRunHost({
    source: memorySource({}),
    cache: { get: async () => undefined, set: async () => undefined },
    environment: { backend: 'test', adapter: 'test', threads: 1, versions: {} },
    control,
    isAbandoned: () => false,
    now: () => 0,
    tensorBytes: () => 0,
    watches: () => false,
    choices: () => ({ mapMethod: 'pca', followedUser: null }),
    onBreath: () => undefined,
  });
  return { told, control, host };
}

test('before it is held a run keeps what it would go on from, each time, and what has ended keeps nothing', async () => {
  const { told, control, host } = hosted();
  const release = host.onHold?.(async () => void told.push('kept'));
  await host.yieldNow();
  expect(told).toEqual([]);
  for (const round of [1, 2]) {
    control.pause();
    const breath = host.yieldNow();
    await Promise.resolve().then(() => Promise.resolve());
    expect(told).toEqual(Array.from({ length: round }, () => ['kept', 'held']).flat());
    control.resume();
    await breath;
  }
  release?.();
  control.pause();
  const last = host.yieldNow();
  control.resume();
  await last;
  expect(told.filter((word) => word === 'kept')).toHaveLength(2);
});

test('a cancel ends a run that is held', async () => {
  const { control, host } = hosted();
  control.pause();
  const breath = host.yieldNow();
  control.cancel();
  await expect(breath).rejects.toMatchObject({ code: 'cancelled' });
});
