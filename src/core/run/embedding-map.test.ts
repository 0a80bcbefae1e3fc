import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallAttack, smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { StageValue } from './host.ts';
import { runExperiment } from './run-experiment.ts';

useBackend('cpu');

const multVae = { id: 'mult-vae', params: { hiddenSize: 6, embeddingSize: 3, epochs: 3, batchSize: 16 } };

async function maps(spec: unknown, stages = new Map<string, StageValue>()) {
  const { yielded } = await drained(runExperiment(spec, createTestHost({ stages })));
  return yielded.flatMap((event) =>
    event.kind === 'view' && event.content.view === 'points' ? [event.content] : [],
  );
}

test('a finished run shows every phase’s victim once though nobody watched it, from the cache the same', async () => {
  const spec = smallExperiment({ attack: smallAttack() });
  const stages = new Map<string, StageValue>();
  const first = await maps(spec, stages);
  expect(first.map(({ name }) => name)).toEqual([
    'clean victim',
    'control victim',
    'attacked victim',
    'attacked victim, attacker’s seed',
  ]);
  const attacked = first[2];
  const count = (role: string) => attacked?.roles.filter((each) => each === role).length;
  expect([count('genuine'), count('fake'), count('target')]).toEqual([30, 4, 1]);
  expect(attacked?.step).toBe(8);
  expect(await maps(spec, stages)).toEqual(first);
});

test('Mult-VAE is shown by its latent means, fake users among them and no item', async () => {
  const attacked = (await maps(smallExperiment({ attack: smallAttack(), victim: multVae })))[2];
  expect(attacked?.method).toBe('pca');
  expect(new Set(attacked?.roles)).toEqual(new Set(['genuine', 'fake']));
  expect(attacked?.xy).toHaveLength(2 * 34);
  expect(attacked?.labels.at(-1)).toBe('fake user 4');
  expect(new Set(attacked?.xy).size).toBeGreaterThan(34);
});

test('a model without user vectors has no map', async () => {
  expect(await maps(smallExperiment({ victim: { id: 'item-cf', params: {} } }))).toEqual([]);
});
