import { createRng } from '../../core/math/rng.ts';
import { userRankings } from '../../core/math/ranking.ts';
import { measured } from './measure.ts';

const users = 670;
const items = 2245;

/** Places of one held-out item and one target for each user of 10-core MovieLens small, 30 items masked. */
export async function rankingEvaluation() {
  const rng = createRng(1);
  const scores = rng.normals(users * items);
  const rows = (perUser: number, from: number, to: number) => ({
    offsets: Int32Array.from({ length: users + 1 }, (_, user) => user * perUser),
    items: Int32Array.from({ length: users * perUser }, () => from + rng.integer(to - from)),
  });
  const input = {
    scores,
    itemCount: items,
    users: Array.from({ length: users }, (_, user) => user),
    owned: rows(30, 0, 2000),
    heldOut: rows(1, 2000, 2100),
    targets: [2200],
    protocol: { history: 'masked', ties: 'pessimistic' } as const,
  };
  return measured(10, () => userRankings(input));
}
