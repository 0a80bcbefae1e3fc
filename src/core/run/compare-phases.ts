import { bootstrapInterval } from '../math/bootstrap-interval.ts';
import { createRng } from '../math/rng.ts';
import { signFlipTest } from '../math/sign-flip-test.ts';
import type { Cell, Comparison, Phase } from './result.ts';

const pairs: readonly (readonly [Phase, Phase])[] = [
  ['attacked', 'clean'],
  ['attacked', 'control'],
  ['attacked', 'baseline'],
  ['attacked', 'opponent'],
  ['attackedSameSeed', 'attacked'],
  ['defended', 'attacked'],
  ['cleanDefended', 'clean'],
  ['downstream', 'clean'],
  ['downstream', 'downstreamBaseline'],
  ['defendedDownstream', 'cleanDefended'],
  ['defendedDownstream', 'defendedDownstreamBaseline'],
  ['defendedDownstream', 'downstream'],
];

/** Paired comparisons of a cell's phases over its repeats, for every metric that both have; none for a single repeat. */
export function comparePhases(cell: Cell): readonly Comparison[] {
  return pairs.flatMap(([a, b]) => {
    const first = cell.phases[a];
    const second = cell.phases[b];
    if (!first || !second) return [];
    return Object.entries(first).flatMap(([metric, { values }]) => {
      const others = second[metric]?.values ?? [];
      const differences = values.flatMap((value, repeat) => {
        const other = others[repeat];
        return value === null || other === null || other === undefined ? [] : [value - other];
      });
      if (differences.length < 2) return [];
      const rng = createRng(`comparison ${a} ${b} ${metric}`);
      const difference = differences.reduce((sum, value) => sum + value, 0) / differences.length;
      const p = signFlipTest(differences, rng.stream('sign flips'));
      const interval = bootstrapInterval(differences, rng.stream('interval'));
      return [
        {
          at: cell.at,
          a,
          b,
          metric,
          test: 'paired sign-flip, two-sided; 95% bootstrap interval',
          difference,
          p,
          interval,
        },
      ];
    });
  });
}
