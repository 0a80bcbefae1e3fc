import { expect, test } from 'vitest';
import type { ProbeAnswer, ProbeQuestion } from '../../testing/backend-probe.worker.ts';

async function ask(question: ProbeQuestion): Promise<ProbeAnswer> {
  const worker = new Worker(new URL('../../testing/backend-probe.worker.ts', import.meta.url), {
    type: 'module',
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data as ProbeAnswer);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}

test('webgpu opens in a module worker and passes the self-test', async () => {
  const answer = await ask({ choice: 'webgpu' });
  expect(answer).toMatchObject({ name: 'webgpu', failures: [] });
  expect(answer.adapter).toBeTruthy();
});

test('wasm opens in a module worker and passes the self-test', async () => {
  const answer = await ask({ choice: 'wasm' });
  expect(answer).toMatchObject({ name: 'wasm', adapter: 'WebAssembly SIMD', threads: 1, failures: [] });
});

test('cpu opens in a module worker', async () => {
  expect(await ask({ choice: 'cpu' })).toMatchObject({ name: 'cpu', threads: 1, failures: [] });
});

test('auto never takes a software graphics adapter by itself, and says so', async () => {
  const { isSoftware } = await ask({ choice: 'webgpu' });
  const answer = await ask({ choice: 'auto' });
  expect(answer.name).toBe(isSoftware ? 'wasm' : 'webgpu');
  if (isSoftware) expect(answer.reason).toMatch(/emulated in software/);
});

test('a lost device is reported as such', async () => {
  const answer = await ask({ choice: 'webgpu', then: 'lose-device' });
  expect(answer.fault).toMatch(/^device-lost: The graphics device was lost/);
});

test('a faulty shader is not silent', async () => {
  const answer = await ask({ choice: 'webgpu', then: 'faulty-shader' });
  expect(answer.fault).toMatch(/^backend: The graphics device reported a fault/);
});

test('a backend that computes wrong results is refused; auto goes on to the next', async () => {
  expect((await ask({ choice: 'wasm', refuse: true })).refused).toMatch(
    /wasm computes wrong results here: 1 \+ 1 gives 3/,
  );
  const answer = await ask({ choice: 'auto', refuse: true });
  expect(answer.name).toBe('cpu');
  expect(answer.reason).toMatch(/wasm computes wrong results/);
});
