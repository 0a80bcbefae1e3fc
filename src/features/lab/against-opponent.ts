import { meanOf } from '../../components/charts/experiment-lines.ts';

type Values = readonly (number | null)[];

/** Who reached more, by how much and in how many repeats, in a sentence; nothing while either is not measured. Repeats are paired: one seed. */
export function againstOpponent(yours: Values, theirs: Values | undefined): string | undefined {
  const differences = yours.flatMap((value, repeat) => {
    const other = theirs?.[repeat];
    return value === null || other === null || other === undefined ? [] : [value - other];
  });
  const mean = meanOf(differences);
  if (mean === null) return undefined;
  const won = differences.filter((difference) => difference > 0).length;
  const points = `${Math.abs(100 * mean).toFixed(1)} points`;
  const repeats = differences.length === 1 ? 'one repeat' : `${differences.length} repeats`;
  const times = `you are ahead in ${won} of ${repeats}`;
  if (mean === 0) return `You and the machine are level; ${times}.`;
  return mean > 0
    ? `You beat the machine by ${points} on average; ${times}.`
    : `The machine is ahead by ${points} on average; ${times}.`;
}
