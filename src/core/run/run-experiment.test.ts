import { describe, expect, test } from 'vitest';
import { forEachBackend, useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { smallAttack, smallExperiment, smallWrmf } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { StageValue } from './host.ts';
import type { ExperimentResult } from './result.ts';
import { runExperiment } from './run-experiment.ts';

const run = async (spec: unknown, host = createTestHost()): Promise<ExperimentResult> =>
  (await drained(runExperiment(spec, host))).returned;

forEachBackend((backend) => {
  test('the same spec gives bit-identical results twice, whatever the clock says', async () => {
    const spec = smallExperiment({ attack: smallAttack(), repeats: 2 });
    const first = await run(spec);
    let milliseconds = 0;
    const second = await run(spec, createTestHost({ now: () => (milliseconds += 7000) }));
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(second.cells[0]?.phases).toEqual(first.cells[0]?.phases);
    expect(second.cells[0]?.timing).not.toEqual(first.cells[0]?.timing);
    expect((await run({ ...spec, seed: 2 })).fingerprint).not.toBe(first.fingerprint);
    expect(first.environment.backend).toBe(backend);
  });
});

describe('an experiment', () => {
  useBackend('cpu');
  const attacked = smallExperiment({ attack: smallAttack() });
  const victims = (keys: readonly string[]) =>
    keys.filter((key) => key.startsWith('victim-') && !key.endsWith('-curves'));
  const attacks = (keys: readonly string[]) => keys.filter((key) => /^attack-[0-9a-f]+$/.test(key));

  test('measures every phase of an attack, a value a repeat, and keeps its curves', async () => {
    const spec = smallExperiment({
      attack: smallAttack(),
      repeats: 2,
      evaluation: { cutoffs: [3], baseline: true },
    });
    const cell = (await run(spec)).cells[0];
    const names = ['clean', 'control', 'attacked', 'attackedSameSeed', 'baseline'];
    expect(Object.keys(cell?.phases ?? {})).toEqual(names);
    for (const phase of Object.values(cell?.phases ?? {})) {
      expect(Object.keys(phase)).toEqual(
        expect.arrayContaining(['hr@3', 'mrr', 'target.hr@3', 'target.rank', 'loss.adversarial']),
      );
      for (const { values } of Object.values(phase)) expect(values).toHaveLength(2);
    }
    expect(cell?.series['loss.adversarial']?.x).toEqual([1, 2, 3, 4]);
    expect(cell?.series['loss.train']?.values[1]).toHaveLength(8);
    expect(new Set(cell?.seeds).size).toBe(2);
  });

  test('without an attack has a clean and a control phase alone', async () => {
    const { cells } = await run(smallExperiment());
    expect(Object.keys(cells[0]?.phases ?? {})).toEqual(['clean', 'control']);
  });

  test('trains no control victim when the evaluation leaves it out, and the clean one is the same', async () => {
    const host = createTestHost();
    const spec = smallExperiment({ evaluation: { cutoffs: [3], baseline: false, control: false } });
    const { yielded, returned } = await drained(runExperiment(spec, host));
    const phases = returned.cells[0]?.phases;
    expect(Object.keys(phases ?? {})).toEqual(['clean']);
    expect(victims(host.kept)).toHaveLength(1);
    expect(phases?.clean).toEqual((await run(smallExperiment())).cells[0]?.phases.clean);
    const fractions = yielded.flatMap((event) => (event.kind === 'progress' ? [event.overall.fraction] : []));
    expect(fractions.at(-1)).toBe(1);
  });

  test('run again from its cache works nothing out, and gives the same result and the same curves', async () => {
    const stages = new Map<string, StageValue>();
    const first = await run(attacked, createTestHost({ stages }));
    const host = createTestHost({ stages });
    const again = await drained(runExperiment(attacked, host));
    expect(host.kept).toEqual([]);
    expect(again.returned.fingerprint).toBe(first.fingerprint);
    expect(again.returned.cells[0]?.series['loss.adversarial']).toEqual(
      first.cells[0]?.series['loss.adversarial'],
    );
    expect(again.yielded.some((event) => event.kind === 'progress' && event.progress.level === 'inner')).toBe(
      false,
    );
  });

  test('a grid of surrogates and victims trains each clean victim and each attack once', async () => {
    const sizes = [smallWrmf({ embeddingSize: 2 }), smallWrmf({ embeddingSize: 4 })];
    const host = createTestHost();
    const { cells } = await run(
      {
        ...attacked,
        axes: [
          { name: 'surrogate', path: 'attack.params.surrogate', values: sizes },
          { name: 'victim', path: 'victim', values: sizes },
        ],
      },
      host,
    );
    expect(cells).toHaveLength(4);
    expect(attacks(host.kept)).toHaveLength(2);
    // clean and control of two victims; attacked and attackedSameSeed of every pair
    expect(victims(host.kept)).toHaveLength(2 * 2 + 2 * 4);
    expect(new Set(host.kept).size).toBe(host.kept.length);
  });

  test('an attack that was interrupted goes on from its checkpoint to the same result, bit for bit', async () => {
    const whole = await run(attacked);
    for (const outerSteps of [1, 3]) {
      const stages = new Map<string, StageValue>();
      let milliseconds = 0;
      const clock = () => (milliseconds += 3000); // every step is past the interval
      const interrupted = createTestHost({ stages, now: clock });
      const running = runExperiment(attacked, interrupted);
      for await (const event of running) {
        const progress = event.kind === 'progress' ? event.progress : undefined;
        if (progress?.level === 'outer' && progress.done === outerSteps + 1) break;
      }
      expect(interrupted.kept.filter((key) => key.endsWith('-checkpoint'))).toHaveLength(outerSteps);
      expect(attacks(interrupted.kept)).toHaveLength(0);
      const resumed = await drained(runExperiment(attacked, createTestHost({ stages })));
      const outer = resumed.yielded.flatMap((event) =>
        event.kind === 'progress' && event.progress.level === 'outer' ? [event.progress.done] : [],
      );
      expect(outer[0]).toBe(outerSteps + 1);
      expect(resumed.returned.fingerprint).toBe(whole.fingerprint);
      expect(resumed.returned.cells[0]?.series['loss.adversarial']).toEqual(
        whole.cells[0]?.series['loss.adversarial'],
      );
    }
  });

  test('a checkpoint is kept only after two seconds', async () => {
    const host = createTestHost({ now: () => 0 });
    await run(attacked, host);
    expect(host.kept.some((key) => key.endsWith('-checkpoint'))).toBe(false);
  });

  test('repeats differ in the streams that vary, and in no other', async () => {
    const spec = { ...attacked, repeats: 2 };
    const hashes = async (vary: readonly string[]) => {
      const { yielded, returned } = await drained(runExperiment({ ...spec, vary }, createTestHost()));
      const statistics = yielded.flatMap((event) =>
        event.kind === 'prepared' ? [JSON.stringify(event.summary.statistics)] : [],
      );
      const fakes = yielded.flatMap((event) =>
        event.kind === 'view' && event.content.view === 'profiles'
          ? [event.content.fakeUsers.items.join()]
          : [],
      );
      const clean = returned.cells[0]?.phases.clean?.mrr?.values ?? [];
      return { data: new Set(statistics).size, fakes: new Set(fakes).size, clean: new Set(clean).size };
    };
    expect(await hashes([])).toEqual({ data: 1, fakes: 1, clean: 1 });
    expect(await hashes(['init'])).toEqual({ data: 1, fakes: 1, clean: 2 });
    expect(await hashes(['attack'])).toEqual({ data: 1, fakes: 2, clean: 1 });
    expect((await hashes(['data'])).data).toBe(2);
  });

  test('retrains a fresh victim at the outer steps that the evaluation names', async () => {
    const evaluation = { cutoffs: [3], baseline: false, at: { of: 'outerSteps', values: [0, 2, 4] } };
    const { cells } = await run({ ...attacked, evaluation });
    const series = cells[0]?.series['attacked.target.hr@3'];
    expect(series?.x).toEqual([0, 2, 4]);
    expect(series?.values[0]?.[2]).toBe(cells[0]?.phases.attacked?.['target.hr@3']?.mean);
  });

  test('two victims of one attack have their own curves of retrained victims', async () => {
    const evaluation = { cutoffs: [3], baseline: false, at: { of: 'outerSteps', values: [0] } };
    const axes = [
      { name: 'victim', path: 'victim', values: [smallWrmf(), smallWrmf({ learningRate: 0.4, epochs: 20 })] },
    ];
    const together = await run({ ...attacked, evaluation, axes });
    const second = smallWrmf({ learningRate: 0.4, epochs: 20 });
    const alone = await run({ ...attacked, evaluation, victim: second });
    const read = (result: ExperimentResult, cell: number) =>
      result.cells[cell]?.series['attacked.loss.adversarial'];
    expect(read(together, 1)).toEqual(read(alone, 0));
    expect(read(together, 1)).not.toEqual(read(together, 0));
  });

  test('left or cancelled anywhere, leaves no tensor', async () => {
    const ends: Record<string, number> = {};
    for (const after of [1, 6, 25, 60, 120]) {
      await expectNoLeak(async () => {
        const running = runExperiment(
          attacked,
          createTestHost({ watches: ['points', 'matrix', 'profiles'] }),
        );
        for (let seen = 0; seen < after; seen++) await running.next();
        await running.return(undefined as never);
      });
      await expectNoLeak(async () => {
        const host = createTestHost({ watches: ['points'], mapMethod: 'tsne' });
        const running = runExperiment(attacked, host);
        for (let seen = 0; seen < after; seen++) await running.next();
        host.abort();
        const code = await drained(running).then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        ends[code] = (ends[code] ?? 0) + 1;
      });
    }
    expect(ends).toEqual({ cancelled: 5 });
    await expectNoLeak(() => run(attacked, createTestHost({ watches: ['points', 'matrix', 'profiles'] })));
  });

  test.each<[string, unknown, string]>([
    [
      'more targets than items',
      { ...attacked, attack: smallAttack({ targetItems: { by: 'stratum', stratum: 'tail', count: 17 } }) },
      'attack.params.targetItems: must name at most as many items as there are (16), got 17',
    ],
    [
      'a target that is not in the data',
      { ...attacked, attack: smallAttack({ targetItems: { by: 'id', ids: ['16'] } }) },
      'attack.params.targetItems.ids[0]: must be an item of the prepared dataset, got "16"',
    ],
    [
      'no users left',
      { ...attacked, prepare: [{ id: 'k-core', params: { users: 17, items: 1, iterated: true } }] },
      'prepare[0]: no users are left after k-core, got {"users":17,"items":1,"iterated":true}',
    ],
    [
      'more unrolled steps than the surrogate trains',
      { ...attacked, attack: smallAttack({ unrollSteps: 9 }) },
      'attack.params.unrollSteps: must be at most 8, the training steps of the surrogate, got 9',
    ],
    [
      'more fillers than items',
      { ...attacked, attack: { id: 'random-filler', params: { fillerCount: 16 } } },
      'attack.params.',
    ],
  ])('refuses %s with the exact place, and leaves no tensor', async (_, spec, message) => {
    await expectNoLeak(() => expect(run(spec)).rejects.toThrow(message));
  });

  test('warns of more fake users than genuine ones', async () => {
    const attack = {
      id: 'random-filler',
      params: { fakeUserCount: 31, fillerCount: 1, targetItems: { by: 'id', ids: ['0'] } },
    };
    const { cells } = await run({ ...attacked, attack });
    expect(cells[0]?.notes).toContain('Warning: 31 fake users are more than the 30 genuine users.');
  });

  test('shards of a grid hold every cell once', async () => {
    const axes = [{ name: 'epochs', path: 'victim.params.epochs', values: [1, 2, 3] }];
    const spec = smallExperiment({ axes });
    const labels = async (index: number) => {
      const { returned } = await drained(runExperiment(spec, createTestHost(), { index, of: 2 }));
      return returned.cells.map(({ at }) => at.epochs);
    };
    expect(await labels(1)).toEqual(['1', '3']);
    expect(await labels(2)).toEqual(['2']);
  });
});
