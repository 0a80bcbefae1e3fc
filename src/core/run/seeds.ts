import { createRng, type Rng } from '../math/rng.ts';
import type { ExperimentSpec, Stream } from './experiment-spec.ts';

/** The streams of one repeat. The same repeat has the same seeds in every cell, so cells are compared in pairs. */
export function repeatStreams(
  { seed, vary }: Pick<ExperimentSpec, 'seed' | 'vary'>,
  repeat: number,
): Readonly<Record<Stream, Rng>> {
  const root = createRng(seed);
  const stream = (name: Stream) => root.stream(name).stream(vary.includes(name) ? repeat : 0);
  return { data: stream('data'), split: stream('split'), init: stream('init'), attack: stream('attack') };
}
