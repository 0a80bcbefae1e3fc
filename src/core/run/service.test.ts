import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { runContext } from '../../testing/run-context.ts';
import { defaultsOf, plantedSequences, trainedOn } from '../../testing/sequence-run.ts';
import type { Defense } from '../contracts.ts';
import { randomShuffle } from '../defenses/random-shuffle/random-shuffle.ts';
import { reverse } from '../defenses/reverse/reverse.ts';
import { narm } from '../models/narm/narm.ts';
import { spec, type NarmParameters } from '../models/narm/spec.ts';
import { popularity } from '../models/popularity/popularity.ts';
import { createService } from './service.ts';

const parameters = { ...defaultsOf<NarmParameters>(spec.parameters), epochs: 1, patience: 0, maxLength: 9 };
const histories = Array.from({ length: 200 }, (_, at) => Int32Array.of(at % 40, (at * 7 + 1) % 40));

describe('service', () => {
  useBackend('wasm');
  const opened = async (defenses: readonly Defense[] = [], history: 'masked' | 'kept' = 'kept') => {
    const victim = await trainedOn(narm.create(parameters), (await plantedSequences(40)).train);
    const service = createService({ victim, defenses, context: runContext(1), history });
    return { service, dispose: () => victim.dispose() };
  };

  test('answers every history with k different items, counts it, and keeps no tensor', async () => {
    const { service, dispose } = await opened();
    await expectNoLeak(async () => {
      const lists = await service.recommend(histories, 12);
      expect(lists).toHaveLength(200);
      for (const list of lists) expect(new Set(list).size).toBe(12);
    });
    expect(service.answered).toBe(200);
    await service.recommend([new Int32Array(0)], 3);
    expect(service.answered).toBe(201);
    dispose();
  });

  test('answers do not depend on how queries are batched, also behind a random defense', async () => {
    const { service, dispose } = await opened([randomShuffle.create({})]);
    const together = await service.recommend(histories, 5);
    dispose();
    const again = await opened([randomShuffle.create({})]);
    const apart = [];
    for (const history of histories) apart.push(...(await again.service.recommend([history], 5)));
    expect(apart).toEqual(together);
    again.dispose();
  });

  test('serving defenses change the order only, one after another', async () => {
    const plain = await opened();
    const turned = await opened([reverse.create({})]);
    const twice = await opened([reverse.create({}), reverse.create({})]);
    const lists = await plain.service.recommend(histories.slice(0, 9), 6);
    const reversed = lists.map((list) => list.slice().reverse());
    expect(await turned.service.recommend(histories.slice(0, 9), 6)).toEqual(reversed);
    expect(await twice.service.recommend(histories.slice(0, 9), 6)).toEqual(lists);
    for (const each of [plain, turned, twice]) each.dispose();
  });

  test('with a masked history nothing that was asked about comes back', async () => {
    const { service, dispose } = await opened([], 'masked');
    const lists = await service.recommend(histories, 30);
    lists.forEach((list, at) => {
      for (const item of histories[at] ?? []) expect(list).not.toContain(item);
    });
    dispose();
  });

  test('refuses unknown items, too long lists, and victims that read no sequences', async () => {
    const { service, dispose } = await opened();
    await expect(service.recommend([Int32Array.of(40)], 3)).rejects.toThrow('item ids must lie in 0..39');
    await expect(service.recommend(histories, 41)).rejects.toThrow('k: must be between 1 and 40, got 41');
    expect(service.answered).toBe(0);
    dispose();
    const victim = await trainedOn(popularity.create({}), (await plantedSequences(40)).train);
    expect(() => createService({ victim, defenses: [], context: runContext(1), history: 'kept' })).toThrow(
      'Only a model of sequences',
    );
    victim.dispose();
  });
});
