import { expect, test } from 'vitest';
import { createFakeBackend } from '../testing/fake-machine.ts';
import { createVerifier } from './self-test-cache.ts';

function setUp(outcomes: readonly string[][]) {
  let runs = 0;
  const kept = new Map<string, unknown>();
  const verify = createVerifier(
    async () => outcomes[runs++] ?? [],
    {
      get: async <T>(key: string) => kept.get(key) as T | undefined,
      set: async (key, value) => void kept.set(key, value),
      delete: async () => undefined,
    },
    { tfjs: '4' },
    () => 0,
  );
  return { verify, runs: () => runs };
}

test('a backend that passed is not tested again, another one is', async () => {
  const { verify, runs } = setUp([[], []]);
  expect(await verify(createFakeBackend('wasm'))).toMatchObject({ failures: [], cached: false });
  expect(await verify(createFakeBackend('wasm'))).toMatchObject({ failures: [], cached: true });
  await verify(createFakeBackend('webgpu'));
  expect(runs()).toBe(2);
});

test('a failure is tested again next time', async () => {
  const { verify } = setUp([['matMul gives 0 where 1 is right.'], []]);
  expect((await verify(createFakeBackend('webgpu'))).failures).toHaveLength(1);
  expect((await verify(createFakeBackend('webgpu'))).failures).toEqual([]);
});
