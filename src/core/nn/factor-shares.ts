import type { ScoreParts } from '../contracts.ts';
import { leastSquaresShares } from '../math/least-squares-shares.ts';
import type { NamedTensors } from '../tensors.ts';

interface Weights {
  readonly embeddingSize: number;
  readonly positiveWeight: number;
  readonly regularization: number;
}

/** The pair whose score it is, the items that the user clicked and the users who clicked the item. */
interface Pair {
  readonly user: number;
  readonly item: number;
  readonly ofUser: Int32Array;
  readonly ofItem: Int32Array;
}

/** Which side was solved last with the other one fixed: its parts leave nothing over. */
type SolvedLast = 'users' | 'items' | 'neither';

/**
 * The score p_u·q_i of a weighted factorization by those who clicked the item (q_i as the least-squares solution given all users) and by
 * what the user clicked (p_u as the solution given all items). Each is exact for the side that was solved last; elsewhere the residual
 * says how far that vector is from being the solution.
 */
export async function factorShares(
  parameters: NamedTensors,
  { user, item, ofUser, ofItem }: Pair,
  weights: Weights,
  solvedLast: SolvedLast,
): Promise<readonly ScoreParts[]> {
  const users = await vectors(parameters.users);
  const items = await vectors(parameters.items);
  const depth = weights.embeddingSize;
  const p = users.subarray(user * depth, (user + 1) * depth);
  const q = items.subarray(item * depth, (item + 1) * depth);
  return [
    {
      of: 'users',
      indices: ofItem,
      values: leastSquaresShares({ ...weights, fixed: users, known: ofItem }, p),
      exact: solvedLast === 'items',
      method:
        'The item’s vector is the weighted least-squares fit to the vectors of those who clicked it; each of them has a share of its product with this user’s vector.',
    },
    {
      of: 'items',
      indices: ofUser,
      values: leastSquaresShares({ ...weights, fixed: items, known: ofUser }, q),
      exact: solvedLast === 'users',
      method:
        'The user’s vector is the weighted least-squares fit to the vectors of what the user clicked; each click has a share of its product with the item’s vector.',
    },
  ];
}

async function vectors(tensor: NamedTensors[string] | undefined): Promise<Float32Array> {
  if (!tensor) throw new Error('a factorization has users and items');
  return tensor.data<'float32'>();
}
