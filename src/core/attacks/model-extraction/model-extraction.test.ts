import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { runContext } from '../../../testing/run-context.ts';
import { defaultsOf, hitRate, plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';
import type { AttackProgress, CheckpointState, Model, Service, StolenModel } from '../../contracts.ts';
import type { Interactions } from '../../data/interactions.ts';
import { narm } from '../../models/narm/narm.ts';
import { spec as narmSpec, type NarmParameters } from '../../models/narm/spec.ts';
import { popularity } from '../../models/popularity/popularity.ts';
import { createService } from '../../run/service.ts';
import { modelExtraction } from './model-extraction.ts';
import { spec, type ModelExtractionParameters } from './spec.ts';

const recurrent = (epochs: number) =>
  narm.create({
    ...defaultsOf<NarmParameters>(narmSpec.parameters),
    embeddingSize: 16,
    hiddenSize: 16,
    attentionSize: 8,
    maxLength: 9,
    patience: 0,
    learningRate: 0.02,
    epochs,
  });
const defaults: ModelExtractionParameters = {
  ...defaultsOf<ModelExtractionParameters>(spec.parameters),
  sequenceCount: 60,
  sequenceLength: 4,
  listLength: 10,
};

describe('model-extraction', () => {
  useBackend('wasm');
  let train: Interactions;
  let heldOut: Interactions;
  let victim: Awaited<ReturnType<typeof trainedOn>>;
  beforeAll(async () => {
    ({ train, test: heldOut } = await plantedSequences());
    victim = await trainedOn(recurrent(20), train);
  });
  afterAll(() => victim.dispose());

  const opened = (answered = 0, history: Service['history'] = 'kept'): Service =>
    createService({ victim, defenses: [], context: runContext('service'), history, answered });

  /** Runs the attack to its end and gives what it stole, every report, and how often the victim was asked. */
  async function stolen(
    changes: Partial<ModelExtractionParameters> = {},
    {
      seed = 1,
      epochs = 1,
      service = opened() as Service | null,
      checkpoints = [] as number[],
      restored = undefined as CheckpointState | undefined,
      checkpoint = (_: CheckpointState) => {},
      build = () => Promise.resolve<Model>(recurrent(epochs)),
      listen = async (_: AttackProgress<StolenModel>) => {},
    } = {},
  ) {
    const context = runContext(seed, { build, checkpoint, ...(restored && { restored }) });
    const input = { train, targets: [], checkpoints, ...(service && { service }) };
    const running = modelExtraction.create({ ...defaults, ...changes }).run(input, context);
    const reports: AttackProgress<StolenModel>[] = [];
    try {
      let next = await running.next();
      while (!next.done) {
        reports.push(next.value);
        await listen(next.value);
        next = await running.next();
      }
      return { artifact: next.value, reports, answered: service?.answered };
    } finally {
      await running.return(undefined as never);
    }
  }

  test('asks exactly sequences x length queries and logs each with its answer', async () => {
    const { artifact, answered } = await stolen();
    const { log } = artifact;
    expect([answered, log.count, log.sequences.length, log.lists.length]).toEqual([240, 240, 240, 2400]);
    const asked = log.sequences.subarray(4, 7); // the third query of the second sequence
    const [answer] = await opened().recommend([asked], 10);
    expect(log.lists.subarray(60, 70)).toEqual(answer);
  });

  test('grows sequences from the lists, from anything, or from real histories', async () => {
    const follows = async (changes: Partial<ModelExtractionParameters>) => {
      const { log } = (await stolen(changes)).artifact;
      let inside = 0;
      for (let query = 0; query < log.count; query++) {
        if (query % 4 === 3) continue;
        const list = log.lists.subarray(query * 10, (query + 1) * 10);
        inside += Number(list.includes(log.sequences[query + 1] as number));
      }
      return { share: inside / 180, log };
    };
    expect((await follows({})).share).toBe(1);
    expect((await follows({ pick: 'rank-weighted' })).share).toBe(1);
    expect((await follows({ generation: 'random' })).share).toBeLessThan(0.5);
    const { log } = await follows({ generation: 'data' });
    const real = new Set(Array.from({ length: train.userCount }, (_, user) => beginning(user)));
    expect(real).toContain(log.sequences.slice(0, 4).join());
  });

  test('steals most of the victim’s hits', async () => {
    let rate = 0;
    await stolen(
      { sequenceCount: 150, sequenceLength: 8 },
      {
        epochs: 8,
        listen: async ({ surrogate }) => {
          if (surrogate) rate = await hitRate(surrogate, heldOut);
        },
      },
    );
    expect(rate).toBeGreaterThan(0.6 * (await hitRate(victim, heldOut)));
  });

  test('goes on from wherever its log was kept as if it had not been interrupted, and asks nothing twice', async () => {
    const kept: CheckpointState[] = [];
    const whole = await stolen({}, { checkpoint: (state) => kept.push(structuredClone(state)) });
    expect(kept.map(({ count }) => count)).toEqual([50, 100, 150, 200, 210, 220, 230, 240]);
    for (const state of kept) {
      const before = state.count as number;
      const rest = await stolen({}, { restored: state, service: opened(before) });
      expect(rest.answered).toBe(240);
      expect(rest.artifact).toEqual(whole.artifact);
      expect(rest.reports[0]?.done).toBe(Math.min(240, before < 200 ? before + 50 : before + 10));
    }
    const random = { generation: 'random', pick: 'rank-weighted' } as const;
    const others = await stolen(random, { checkpoint: (state) => kept.unshift(structuredClone(state)) });
    const last = kept[6] as CheckpointState; // 100 of 240 queries
    expect((await stolen(random, { restored: last, service: opened(100) })).artifact).toEqual(
      others.artifact,
    );
  });

  test('interrupted while it shows a copy, shows it again, and those before it no more', async () => {
    const kept: CheckpointState[] = [];
    const checkpoints = [60, 200];
    await stolen({}, { checkpoints, checkpoint: (state) => kept.push(structuredClone(state)) });
    const shownFrom = async (state: CheckpointState) => {
      const service = opened(state.count as number);
      const { reports } = await stolen({}, { checkpoints, restored: state, service });
      return reports.filter(({ surrogate }) => surrogate).map(({ done }) => done);
    };
    const finished = kept.filter(({ count }) => count === 200);
    expect(finished.map(({ shown }) => shown)).toEqual([0, 60, 200]);
    expect(await Promise.all(finished.map(shownFrom))).toEqual([[60, 200, 240], [200, 240], [240]]);
  });

  test('shows a surrogate at every checkpoint of queries and at the end, and repeats with its seed', async () => {
    const { reports, artifact } = await stolen({}, { checkpoints: [30, 120] });
    const shown = reports.filter(({ surrogate }) => surrogate).map(({ done }) => done);
    expect(shown).toEqual([30, 120, 240]);
    expect((await stolen()).artifact).toEqual(artifact);
    expect((await stolen({}, { seed: 2 })).artifact.log.sequences).not.toEqual(artifact.log.sequences);
  });

  test('every parameter of the imitation changes what is stolen', async () => {
    const values = async (changes: Partial<ModelExtractionParameters>) =>
      (await stolen(changes, { epochs: 6 })).artifact.parameters['itemEmbeddings']?.values;
    const plain = await values({});
    const others: Partial<ModelExtractionParameters>[] = [
      { batchSize: 64 },
      { marginRank: 0 },
      { marginNegative: 0 },
      { reduction: 'sum' },
      { negatives: 'reference' },
    ];
    for (const changes of others) expect(await values(changes)).not.toEqual(plain);
  });

  test('asks nothing with no budget, and leaves no tensor finished or cancelled', async () => {
    await expectNoLeak(async () => {
      expect((await stolen({ sequenceCount: 0 })).answered).toBe(0);
      await expect(
        stolen({}, { listen: ({ stage }) => (stage === 'surrogate' ? Promise.reject(new Error('left')) : Promise.resolve()) }), // prettier-ignore
      ).rejects.toThrow('left');
    });
  });

  test('with a masked history asks for at most as many items as the longest query leaves, and logs them whole', async () => {
    const masked = { sequenceLength: 6, listLength: 34 }; // of 40 items
    for (const generation of ['random', 'autoregressive', 'data'] as const) {
      const { log } = (await stolen({ ...masked, generation }, { service: opened(0, 'masked') })).artifact;
      for (let query = 0; query < log.count; query++) {
        expect(new Set(log.lists.subarray(query * 34, (query + 1) * 34)).size).toBe(34);
      }
    }
    expect((await stolen({ ...masked, listLength: 39 })).answered).toBe(360); // kept: nothing is left out
  });

  test('can ask for as many items as the data leave', () => {
    const fault = (listLength: number, history: Service['history']) =>
      spec.faultIn({ ...defaults, sequenceLength: 6, listLength }, { itemCount: 40, history })?.rule;
    expect(fault(34, 'masked')).toBeUndefined();
    expect(fault(35, 'masked')).toBe(
      'must be at most 34 (40 items less the 6 of a sequence, which a masked history leaves out)',
    );
    expect(fault(39, 'kept')).toBeUndefined();
    expect(fault(40, 'kept')).toBe('must be below the 40 items');
    expect(fault(40, 'masked')).toBe('must be below the 40 items');
  });

  test('takes no answer that is shorter than asked for', async () => {
    const service = opened(0, 'masked');
    const lying = { ...service, history: 'kept' as const, recommend: service.recommend };
    await expect(stolen({ listLength: 38 }, { service: lying })).rejects.toThrow('answered 37 items');
  });

  test('refuses a victim that cannot be asked, and a surrogate without sequences', async () => {
    await expect(stolen({}, { service: null })).rejects.toThrow('needs a victim that answers queries');
    const build = () => Promise.resolve<Model>(popularity.create({}));
    await expect(stolen({}, { build })).rejects.toThrow('trains a model of sequences');
  });

  /** A user's first four items in order of time, as the log would have them. */
  function beginning(user: number): string {
    const from = train.offsets[user] as number;
    const places = Array.from({ length: (train.offsets[user + 1] as number) - from }, (_, at) => from + at);
    places.sort((a, b) => (train.times?.[a] as number) - (train.times?.[b] as number));
    return places
      .slice(0, 4)
      .map((place) => train.items[place])
      .join();
  }
});
