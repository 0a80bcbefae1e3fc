import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../core/run/result.ts';
import { forestViews } from './forest-views.ts';

const compared = (metric: string, a: string, b: string, test = 'paired sign-flip'): Comparison => ({
  at: {},
  a,
  b,
  metric,
  test,
  difference: 0.2,
  p: 0.25,
  interval: [0.1, 0.3],
});

describe('paired differences', () => {
  const all = ['hr@10', 'target.hr@10', 'mrr', 'target.rank', 'loss.adversarial'].flatMap((metric) => [
    compared(metric, 'attacked', 'clean'),
    compared(metric, 'attackedSameSeed', 'attacked'),
  ]);
  const views = forestViews(all, 10);

  test('stand together by metric, with target metrics first and phases in words', () => {
    expect(views[0]?.groups.map(({ label }) => label)).toEqual(['Target reach, top 10', 'Hit rate, top 10']);
    expect(views[0]?.groups[0]?.pairs.map(({ label }) => label)).toEqual([
      'Attacked minus clean',
      'Attacked, same seed minus attacked',
    ]);
  });

  test('share an axis only where they share a unit, and none is lost', () => {
    expect(views.map(({ key, groups }) => [key, groups.length])).toEqual([
      ['main', 2],
      ['share', 3],
      ['places', 1],
      ['loss', 1],
    ]);
    const drawn = views.filter(({ key }) => key !== 'main').flatMap(({ groups }) => groups);
    expect(drawn.flatMap(({ pairs }) => pairs)).toHaveLength(all.length);
  });

  test('of the same phases over repeats and over users are two rows, one below the other', () => {
    const both = [
      compared('agreement@5', 'defended', 'attacked'),
      compared('agreement@5', 'attacked', 'clean'),
      compared('agreement@5', 'defended', 'attacked', 'over users: paired sign-flip'),
    ];
    const pairs = forestViews(both, 5).flatMap(({ groups }) => groups.flatMap((group) => group.pairs));
    expect(pairs.map(({ over }) => over)).toEqual(['repeats', 'users', 'repeats']);
    expect(new Set(pairs.map(({ key }) => key)).size).toBe(3);
  });

  test('that all are main ones have one view, and none at all have none', () => {
    expect(forestViews([compared('hr@5', 'defended', 'attacked')], 5).map(({ key }) => key)).toEqual([
      'share',
    ]);
    expect(forestViews([], 10)).toEqual([]);
  });
});
