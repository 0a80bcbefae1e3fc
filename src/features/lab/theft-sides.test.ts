import { expect, test } from 'vitest';
import { shownCell } from '../../testing/shown-cell.ts';
import { theftSides } from './theft-sides.ts';

const cellWith = (...metrics: readonly string[]) =>
  shownCell({
    data: { series: {}, phases: { attacked: Object.fromEntries(metrics.map((name) => [name, [0.5]])) } },
  });
const measured = cellWith('agreement@10', 'surrogate.hr@10', 'rank-correlation');

test('agreement can be looked at at every cutoff, hits at the first, and the order of all items', () => {
  const sides = theftSides([10, 100], [measured]);
  expect(sides.map(({ metric }) => metric)).toEqual(['agreement@10', 'agreement@100', 'surrogate.hr@10', 'rank-correlation']); // prettier-ignore
  expect(sides.map(({ name }) => name).slice(0, 2)).toEqual(['Agreement, top 10', 'Agreement, top 100']);
  expect(theftSides([10], [measured])[0]?.name).toBe('Agreement');
});

test('a result of before the order was measured offers no empty plane', () => {
  const old = cellWith('agreement@10', 'surrogate.hr@10');
  expect(theftSides([10], [measured, old]).map(({ metric }) => metric)).not.toContain('rank-correlation');
  const waiting = shownCell({ data: { series: {}, phases: {} } });
  expect(theftSides([10], [measured, waiting])).toHaveLength(3);
});
