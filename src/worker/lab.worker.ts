import { version } from '../../package.json';
import { tf } from '../core/tensors.ts';
import { openBackend } from './backend/open-backend.ts';
import { createEngine } from './engine.ts';
import { createIndexedDbStore } from './indexed-db-store.ts';
import { createMachine } from './machine.ts';
import { createVerifier } from './self-test-cache.ts';
import { createStageCache } from './stage-cache.ts';

const store = createIndexedDbStore('recsec-lab-engine');
const versions = { lab: version, tfjs: tf.version_core };
const now = () => performance.now();

const handle = createEngine({
  post: (message, transfer) => postMessage(message, { transfer }),
  runner: async () => (await import('../core/run/run-experiment.ts')).runExperiment,
  estimator: async () => (await import('../core/run/estimate-cost.ts')).estimateExperiment,
  machine: createMachine({
    open: openBackend,
    verify: createVerifier(
      async () => {
        const { selfTest, failureSentence } = await import('../core/kernels/self-test.ts');
        return (await selfTest()).map(failureSentence);
      },
      store,
      versions,
      now,
    ),
    versions,
  }),
  cache: createStageCache(store),
  now,
  tensorBytes: () => tf.memory().numBytes,
});

addEventListener('message', ({ data }: MessageEvent<unknown>) => handle(data));
