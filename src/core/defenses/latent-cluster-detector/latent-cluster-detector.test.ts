import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { detected, genuineCount, plantedShilling } from '../../../testing/planted-shilling.ts';
import { runContext } from '../../../testing/run-context.ts';
import { createModel } from '../../../testing/conformance/trained.ts';
import { latentClusterDetector } from './latent-cluster-detector.ts';

useBackend('wasm');

const params = {
  embeddingSize: 16,
  epochs: 60,
  batchSize: 0,
  learningRate: 0.1,
  positiveWeight: 5,
  regularization: 0,
  initialDeviation: 0.1,
};
const context = runContext(1, { build: ({ id, params: given }) => createModel(id, given) });
const detector = latentClusterDetector.create({
  flaggedShare: 0.1,
  model: { id: 'wrmf', params },
  clusterCount: 12,
  neighbourCount: 10,
});

test.each(['random-filler', 'bandwagon'] as const)(
  'tells planted %s profiles from genuine users',
  async (kind) => {
    const { auc, removed } = await detected(detector, await plantedShilling(kind), context);
    expect(auc).toBeGreaterThanOrEqual(0.9);
    expect(removed.filter((user) => user >= genuineCount).length).toBeGreaterThan(20);
  },
);

test('leaves no tensor behind, and refuses a model without user vectors', async () => {
  const data = await plantedShilling('bandwagon');
  await expectNoLeak(() => detected(detector, data, context));
  const blind = latentClusterDetector.create({
    flaggedShare: 0.1,
    model: { id: 'popularity', params: {} },
    clusterCount: 2,
    neighbourCount: 2,
  });
  await expect(detected(blind, data, context)).rejects.toThrow('popularity has no user vectors');
});
