import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { detected, genuineCount, plantedShilling } from '../../../testing/planted-shilling.ts';
import { runContext } from '../../../testing/run-context.ts';
import { usersReversed } from '../../../testing/conformance/defense-run.ts';
import { createModel } from '../../../testing/conformance/trained.ts';
import { roc } from '../../math/roc.ts';
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

test('tells them wherever they stand in the data: it sees clicks and no labels', async () => {
  const data = usersReversed(await plantedShilling('random-filler'));
  const { suspicion } = await detected(detector, data, context);
  const labels = Array.from(suspicion, (_, user) => (user < data.userCount - genuineCount ? 1 : 0));
  expect(roc(suspicion, labels).auc).toBeGreaterThanOrEqual(0.9);
});

test('looks at the vectors that Mult-VAE reads off the clicks too, and leaves no tensor behind', async () => {
  const data = await plantedShilling('random-filler');
  const multVae = {
    hiddenSize: 32,
    embeddingSize: 8,
    epochs: 10,
    batchSize: 100,
    learningRate: 0.01,
    inputDropout: 0.5,
    normalizeInput: true,
    divideByClicks: false,
    annealingStep: 0,
    annealingCap: 0,
    regularization: 0,
  };
  const model = { id: 'mult-vae', params: multVae };
  const own = latentClusterDetector.create({
    flaggedShare: 0.1,
    model,
    clusterCount: 12,
    neighbourCount: 10,
  });
  await expectNoLeak(async () => {
    const { suspicion } = await detected(own, data, context);
    expect(suspicion.every((score) => score >= 0)).toBe(true);
    expect(new Set(suspicion).size).toBeGreaterThan(genuineCount / 2);
  });
});

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
