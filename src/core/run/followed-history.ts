import type { FollowedHistory } from '../contracts.ts';
import { historyOf } from '../data/sequences.ts';
import type { RepeatContext } from './repeat-context.ts';

/** The training history of the genuine user that the page follows, by default the first of those shown; undefined where nothing has times. */
export function followedHistory({
  host,
  prepared,
  shownUsers,
}: Pick<RepeatContext, 'host' | 'prepared' | 'shownUsers'>): FollowedHistory | undefined {
  const asked = host.followedUser?.() ?? -1;
  const user = asked >= 0 && asked < prepared.train.userCount ? asked : shownUsers[0];
  const items = user === undefined ? undefined : historyOf(prepared.train, user);
  return user === undefined || items === undefined ? undefined : { user, items };
}
