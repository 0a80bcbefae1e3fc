import { expect, test } from 'vitest';
import { openBackend } from './backend.ts';

test('auto is WebAssembly on one thread in Node', async () => {
  expect(await openBackend('auto')).toMatchObject({ name: 'wasm', threads: 1, isSoftware: false });
});

test('webgpu is refused in Node as bad input', async () => {
  await expect(openBackend('webgpu')).rejects.toMatchObject({ code: 'bad-input', path: '--backend' });
});

test('a backend that computes wrong results is refused', async () => {
  const verify = async () => ['1 + 1 gives 3.'];
  await expect(openBackend('cpu', { verify })).rejects.toThrow(
    'cpu computes wrong results here: 1 + 1 gives 3.',
  );
});
