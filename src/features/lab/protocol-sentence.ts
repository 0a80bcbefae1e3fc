import type { Evaluation } from '../../core/run/experiment-spec.ts';

/** How the numbers were measured, in one breath, to stand beside them. */
export function protocolSentence(
  { protocol, opponent }: Evaluation,
  repeats: number,
  withIntervals = false,
): string {
  const parts = [
    'Genuine users only, ranked against all items',
    protocol.history === 'masked' ? 'their own items left out' : 'their own items kept in',
    protocol.ties === 'pessimistic' ? 'ties count against the item' : 'ties count for the item',
    protocol.owners === 'miss' ? 'owners of the target count as a miss' : 'owners of every target left out',
    ...(opponent ? ['the opponent with as many fake users and no more clicks each'] : []),
  ];
  const spread =
    repeats > 1
      ? `mean ± standard deviation over ${repeats} repeats`
      : 'one repeat, so no ± that says what other trainings give';
  const interval = withIntervals
    ? ' Below a mean, “a to b” is its 95% interval over users: with other people like these it would fall there 95 times in 100. What another training would give is not in it.'
    : '';
  return `${parts.join(', ')}; ${spread}.${interval}`;
}
