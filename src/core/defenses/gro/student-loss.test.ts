import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { cloze, defended } from '../../../testing/gro-run.ts';
import { plantedSequences } from '../../../testing/sequence-run.ts';

useBackend('wasm');

test('the student’s loss is told as means whichever is trained: the sum of the margins for one who knows nothing', async () => {
  const { train } = await plantedSequences(60);
  const first = async (reduction: 'sum' | 'mean', margin: number) => {
    const margins = { marginRank: margin, marginNegative: margin };
    const run = await defended(cloze(), train, { reduction, ...margins }, { steps: 1 });
    run.dispose();
    return run.values[0]?.['loss.student'] as number;
  };
  expect(await first('sum', 0.5)).toBeCloseTo(await first('mean', 0.5), 5);
  expect(await first('sum', 0.5)).toBeGreaterThan(0.9);
  expect(await first('sum', 0.5)).toBeLessThan(1.1);
  expect(await first('sum', 2)).toBeCloseTo(3 + (await first('sum', 0.5)), 1);
});
