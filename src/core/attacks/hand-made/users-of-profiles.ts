/**
 * How many of `count` fake users have the first profile and how many each further one, given the shares of the further ones (sum at
 * most 1). Each further profile gets its share rounded, as far as users are left; the first has the rest, so that the sum is `count`.
 */
export function usersOfProfiles(count: number, furtherShares: readonly number[]): readonly number[] {
  const further: number[] = [];
  let left = count;
  for (const share of furtherShares) {
    const users = Math.min(left, Math.round(share * count));
    further.push(users);
    left -= users;
  }
  return [left, ...further];
}
