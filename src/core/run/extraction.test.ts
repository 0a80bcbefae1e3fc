import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { extraction, gro, only, reverse, run, shuffle, type Values } from '../../testing/small-extraction.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { StageValue } from './host.ts';
import { testOverUsers } from './over-users.ts';
import { runExperiment } from './run-experiment.ts';

describe('an extraction experiment', () => {
  useBackend('cpu');

  test('without defenses has a clean, a control and an attacked phase, and asks its budget exactly', async () => {
    const evaluation = { cutoffs: [3], at: { of: 'queries', values: [90, 30] } };
    const { phases, series } = only(await run(extraction({ repeats: 2, evaluation })));
    expect(Object.keys(phases)).toEqual(['clean', 'control', 'attacked']);
    const stolen = [
      'surrogate.hr@3',
      'surrogate.ndcg@3',
      'agreement@3',
      'exact@3',
      'kl@3',
      'rank-correlation',
      'rivals@3',
      'effective-items@3',
      'queries',
    ];
    expect(Object.keys(phases.attacked ?? {})).toEqual(expect.arrayContaining([...stolen, 'hr@3', 'mrr']));
    const [whole, constant, personal] = ['agreement@3', 'agreement.constant@3', 'agreement.personal@3'].map((name) => phases.attacked?.[name]?.mean as number); // prettier-ignore
    expect(personal).toBeCloseTo((whole as number) - (constant as number), 12);
    expect(phases.attacked?.['personalization@3']?.mean).toBeGreaterThan(0);
    expect(Object.keys(phases.clean ?? {})).not.toContain('queries');
    expect(phases.attacked?.queries?.values).toEqual([180, 180]);
    expect(phases.attacked?.['hr@3']).toEqual(phases.clean?.['hr@3']);
    expect(series['agreement@3']).toMatchObject({ x: [30, 90, 180], label: 'queries' });
    expect(series['agreement@3']?.values[1]?.[2]).toBe(phases.attacked?.['agreement@3']?.values[1]);
  });

  test('a copy at a checkpoint is the one of a thief who has no more queries', async () => {
    const evaluation = {
      cutoffs: [3],
      protocol: { history: 'kept' },
      at: { of: 'queries', values: [60, 100] },
    };
    const patient = only(await run(extraction({ evaluation, defenses: [gro()] })));
    const { attack } = extraction();
    const hasty = { ...attack, params: { ...attack.params, sequenceCount: 20 } };
    const { phases } = only(await run(extraction({ attack: hasty, defenses: [gro()] })));
    for (const metric of ['surrogate.hr@3', 'agreement@3', 'kl@3']) {
      const at = (name: string) => patient.series[name]?.values[0]?.[patient.series[name].x.indexOf(60)];
      expect(at(metric), metric).toBe(phases.attacked?.[metric]?.mean);
      expect(at(`defended.${metric}`), metric).toBe(phases.defended?.[metric]?.mean);
    }
  });

  test('with defenses attacks the defended victim anew, and measures it as it is served', async () => {
    const { phases, series } = only(await run(extraction({ defenses: [gro(), reverse] })));
    expect(Object.keys(phases)).toEqual(['clean', 'control', 'attacked', 'defended', 'cleanDefended']);
    expect(phases.cleanDefended?.['hr@3']).toEqual(phases.defended?.['hr@3']);
    expect(phases.cleanDefended?.mrr).toBeUndefined();
    expect(phases.defended?.queries?.mean).toBe(180);
    expect(phases.defended?.['agreement@3']).not.toEqual(phases.attacked?.['agreement@3']);
    expect(series['defended.surrogate.hr@3']?.x).toEqual([180]);
    for (const loss of ['train', 'swap', 'student']) {
      expect(series[`loss.${loss}.cleanDefended`]?.x, loss).toHaveLength(6);
      expect(series[`loss.${loss}`]?.x.length ?? 0, `clean ${loss}`).toBe(loss === 'train' ? 6 : 0);
    }
  });

  test('draws the losses of a defense that goes on from plain training behind those of the plain training', async () => {
    const { series } = only(await run(extraction({ defenses: [gro({ warmStart: true, epochs: 2 })] })));
    const plain = series['loss.train'];
    const own = series['loss.train.cleanDefended'];
    expect(own?.x).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(own?.values[0]?.slice(0, 6)).toEqual(plain?.values[0]);
    expect(series['loss.student.cleanDefended']?.x).toEqual([7, 8, 9, 10]);
    expect(series['loss.swap.cleanDefended']?.x).toEqual([7, 8, 9, 10]);
  });

  test('says how sure its numbers are, and compares the two thefts user by user, even in one repeat', async () => {
    const result = await run(extraction({ defenses: [reverse] }));
    const { phases } = only(result);
    for (const metric of ['hr@3', 'surrogate.hr@3', 'agreement@3', 'agreement.personal@3', 'kl@3']) {
      const { mean, interval } = phases.defended?.[metric] ?? { mean: NaN };
      expect(interval?.[0]).toBeLessThanOrEqual(mean as number);
      expect(interval?.[1]).toBeGreaterThanOrEqual(mean as number);
      const compared = result.comparisons.filter((each) => each.metric === metric && each.a === 'defended');
      expect(compared).toMatchObject([{ b: 'attacked', test: testOverUsers }]);
      const [before, after] = [phases.attacked?.[metric]?.mean, mean];
      expect(compared[0]?.difference).toBeCloseTo((after as number) - (before as number), 9);
    }
    expect(JSON.stringify(result)).not.toContain('"users":[');
  });

  test('GRO of weight 0 gives the undefended victim and the same stolen model, bit for bit', async () => {
    const { phases } = only(await run(extraction({ defenses: [gro({ swapWeight: 0 })] })));
    expect(phases.cleanDefended).toEqual(phases.clean);
    expect(phases.defended).toEqual(phases.attacked);
  });

  test('a defense of the lists alone trains no other victim; one of the training does', async () => {
    const victims = async (defenses: readonly unknown[]) => {
      const host = createTestHost();
      await run(extraction({ defenses }), host);
      return host.kept.filter((key) => /^victim-[0-9a-f]+$/.test(key)).length;
    };
    expect(await victims([shuffle])).toBe(2);
    expect(await victims([gro()])).toBe(3);
  });

  test('is the same from the same seed and other from another, and from its cache works nothing out', async () => {
    const spec = extraction({ defenses: [shuffle] });
    const stages = new Map<string, StageValue>();
    const first = await run(spec, createTestHost({ stages }));
    expect((await run(spec)).fingerprint).toBe(first.fingerprint);
    expect((await run({ ...spec, seed: 2 })).fingerprint).not.toBe(first.fingerprint);
    const again = createTestHost({ stages });
    expect((await run(spec, again)).fingerprint).toBe(first.fingerprint);
    expect(again.kept).toEqual([]);
  });

  test('held anywhere and left, goes on with the same log of queries to the same result, and asks nothing twice', async () => {
    const evaluation = { cutoffs: [3], at: { of: 'queries', values: [100] } };
    const spec = extraction({ defenses: [shuffle], evaluation });
    const whole = await run(spec);
    const places: readonly [stage: string, done: number, rest: readonly number[]][] = [
      ['queries, defended victim', 50, [100, 150, 160, 170, 180]],
      ['queries, defended victim', 150, [160, 170, 180]],
      ['surrogate, defended victim', 2, [160, 170, 180]],
      ['queries, defended victim', 180, [180]],
    ];
    for (const [stage, done, rest] of places) {
      const stages = new Map<string, StageValue>();
      const held = createTestHost({ stages, now: () => 0 });
      for await (const event of runExperiment(spec, held)) {
        const progress = event.kind === 'progress' ? event.progress : undefined;
        if (progress?.stage === stage && progress.done === done) {
          await held.hold();
          break;
        }
      }
      const resumed = await drained(runExperiment(spec, createTestHost({ stages })));
      const asked = resumed.yielded.flatMap((event) =>
        event.kind === 'progress' && event.progress.stage.startsWith('queries') ? [event.progress.done] : [],
      );
      expect(asked, `${stage} ${done}`).toEqual(rest);
      expect(resumed.returned.fingerprint).toBe(whole.fingerprint);
      expect(only(resumed.returned).phases.defended?.queries?.mean).toBe(180);
      expect(only(resumed.returned).series).toEqual(only(whole).series);
    }
  });

  test('keeps the log of queries every two seconds, held or not', async () => {
    let milliseconds = 0;
    const host = createTestHost({ now: () => (milliseconds += 3000) });
    await run(extraction(), host);
    const states = host.kept.filter((key) => /^extraction-[0-9a-f]+-checkpoint$/.test(key));
    expect(states).toHaveLength(6); // one for each place of each batch of sequences
  });

  test('left or cancelled anywhere, leaves no tensor', async () => {
    const spec = extraction({ defenses: [gro(), reverse] });
    for (const after of [5, 14, 18, 24, 34]) {
      await expectNoLeak(async () => {
        const running = runExperiment(spec, createTestHost({ watches: ['matrix'] }));
        for (let seen = 0; seen < after; seen++) expect((await running.next()).done).toBe(false);
        await running.return(undefined as never);
      });
      await expectNoLeak(async () => {
        const host = createTestHost();
        const running = runExperiment(spec, host);
        for (let seen = 0; seen < after; seen++) await running.next();
        host.abort();
        await expect(drained(running)).rejects.toMatchObject({ code: 'cancelled' });
      });
    }
    await expectNoLeak(() => run(spec, createTestHost({ watches: ['matrix'] })));
  });

  test('shows the swap matrices while GRO trains, and the lists of the stolen model', async () => {
    const host = createTestHost({ watches: ['matrix'] });
    const { yielded } = await drained(runExperiment(extraction({ defenses: [gro()] }), host));
    const views = yielded.flatMap((event) => (event.kind === 'view' ? [event.content] : []));
    const matrices = views.flatMap((view) => (view.view === 'matrix' ? [view.name] : []));
    expect(new Set(matrices).size).toBe(3);
    const lists = views.flatMap((view) => (view.view === 'lists' ? [view.phase] : []));
    expect(lists).toEqual(expect.arrayContaining(['clean', 'surrogate', 'attacked', 'defended']));
  });

  test('follows one user’s training history through GRO: the first who is shown, or whom the page asks for', async () => {
    const followed = async (followedUser?: number) => {
      const asked = followedUser === undefined ? {} : { followedUser };
      const host = createTestHost({ watches: ['matrix'], ...asked });
      const { yielded } = await drained(runExperiment(extraction({ defenses: [gro()] }), host));
      const views = yielded.flatMap((event) => (event.kind === 'view' ? [event.content] : []));
      const queries = views.flatMap((view) => (view.view === 'matrix' ? [view.query] : []));
      expect(new Set(queries.map((query) => `${query?.user}: ${query?.items.join()}`)).size).toBe(1);
      const shown = views.find((view) => view.view === 'lists');
      return { query: queries[0], first: shown?.view === 'lists' ? shown.users[0] : undefined };
    };
    const { query, first } = await followed();
    expect(query?.user).toBe(first);
    expect(query?.items).toHaveLength(7); // of 8, the last is the one to be predicted
    const other = (first as number) + 1;
    expect((await followed(other)).query?.user).toBe(other);
    expect((await followed(999)).query).toEqual(query);
  });

  test.each<[string, Values, string]>([
    ['two defenses that train', { defenses: [gro(), gro()] }, 'Only one defense can train the victim'],
    ['checkpoints of steps', { evaluation: { at: { of: 'outerSteps', values: [1] } } }, 'evaluation.at.of'],
    [
      'fake sequences without a theft',
      { attack: null, evaluation: { downstream: {} } },
      'evaluation.downstream: needs an attack that steals a model',
    ],
    [
      'a defense of lists for a model that has none',
      { victim: { id: 'wrmf', params: {} }, attack: null, defenses: [reverse] },
      'Reverse lists defends next-item models',
    ],
  ])('refuses %s', async (_, changes, message) => {
    await expectNoLeak(() => expect(run(extraction(changes))).rejects.toThrow(message));
  });
});
