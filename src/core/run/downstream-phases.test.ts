import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { extraction, gro, only, reverse, run } from '../../testing/small-extraction.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { workOf } from './expected-work.ts';
import { planExperiment } from './plan-experiment.ts';
import { runExperiment } from './run-experiment.ts';

describe('what a thief does with the copy', () => {
  useBackend('cpu');

  test('with the copy fake sequences are made, and victims are trained with them and with random ones', async () => {
    const targetItems = { by: 'popularity-rank', ranks: [20, 18] };
    const downstream = { targetItems, fakeShare: 0.1, sequenceLength: 4 };
    const evaluation = { cutoffs: [3], protocol: { history: 'kept' }, downstream };
    const result = await run(extraction({ evaluation }));
    const { phases, notes } = only(result);
    const names = ['clean', 'control', 'attacked', 'downstream', 'downstreamBaseline'];
    expect(Object.keys(phases)).toEqual(names);
    for (const name of ['clean', 'downstream', 'downstreamBaseline'] as const)
      expect(phases[name]?.['target.hr@3']?.interval).toHaveLength(2);
    expect(phases.downstream?.mrr).not.toEqual(phases.clean?.mrr);
    expect(phases.downstreamBaseline?.mrr).not.toEqual(phases.downstream?.mrr);
    expect(notes.join()).toContain('4 fake sequences of 4 items (40 genuine users)');
    expect(result.comparisons.map(({ a, b }) => `${a} ${b}`)).toContain('downstream downstreamBaseline');
    const none = await run(extraction({ evaluation: { ...evaluation, downstream: { ...downstream, fakeShare: 0 } } })); // prettier-ignore
    expect(only(none).phases.downstream).toEqual(only(none).phases.clean);
  });

  test('behind defenses the copy of the defended victim is used too, against the defended victim', async () => {
    const targetItems = { by: 'popularity-rank', ranks: [20, 18] };
    const downstream = { targetItems, fakeShare: 0.1, sequenceLength: 4 };
    const evaluation = { cutoffs: [3], protocol: { history: 'kept' }, downstream, control: false };
    const undefended = only(await run(extraction({ evaluation }))).phases;
    const result = await run(
      extraction({ evaluation, defenses: [gro({ warmStart: true, epochs: 1 }), reverse] }),
    );
    const { phases, notes } = only(result);
    expect(Object.keys(phases).slice(-2)).toEqual(['defendedDownstream', 'defendedDownstreamBaseline']);
    expect(phases.downstream).toEqual(undefended.downstream);
    expect(phases.downstreamBaseline).toEqual(undefended.downstreamBaseline);
    for (const name of ['defendedDownstream', 'defendedDownstreamBaseline'] as const)
      expect(phases[name]?.['target.hr@3']?.interval).toHaveLength(2);
    expect(phases.defendedDownstream?.mrr).toBeUndefined(); // told by its served lists, as the defended victim is
    expect(phases.defendedDownstream?.['hr@3']).not.toEqual(phases.downstream?.['hr@3']);
    expect(notes.filter((note) => note.startsWith('Downstream'))).toHaveLength(1);
    const pairs = new Set(result.comparisons.map(({ a, b }) => `${a} ${b}`));
    expect([...pairs].filter((pair) => pair.startsWith('defendedDownstream')).sort()).toEqual([
      'defendedDownstream cleanDefended',
      'defendedDownstream defendedDownstreamBaseline',
      'defendedDownstream downstream',
    ]);
    const none = await run(extraction({ evaluation: { ...evaluation, downstream: { ...downstream, fakeShare: 0 } }, defenses: [gro({ warmStart: true, epochs: 1 })] })); // prettier-ignore
    expect(only(none).phases.defendedDownstream).toEqual(only(none).phases.cleanDefended);
  });

  test('every training that is told was counted in the work to come', async () => {
    const downstream = {
      targetItems: { by: 'popularity-rank', ranks: [20] },
      fakeShare: 0.1,
      sequenceLength: 4,
    };
    const spec = extraction({
      evaluation: { cutoffs: [3], protocol: { history: 'kept' }, downstream, control: false },
      defenses: [gro({ warmStart: true, epochs: 1 })],
    });
    const { yielded } = await drained(runExperiment(spec, createTestHost()));
    const told = yielded.flatMap((event) =>
      event.kind === 'progress' && event.progress.unit === 'batches' ? [event.progress.stage] : [],
    );
    const work = workOf((planExperiment(spec).cells[0] as { spec: Parameters<typeof workOf>[0] }).spec);
    const trained = [...new Set(told)].filter((stage) => /sequences/.test(stage));
    expect(trained).toHaveLength(6); // two plain victims, two that the defense goes on from, two behind it
    expect([...work.keys()]).toEqual(expect.arrayContaining(trained));
  });
});
