import { badInput } from '../errors.ts';
import { canonicalJson } from '../math/fingerprint.ts';
import type { Component } from '../params/fields.ts';
import { artifactOf } from './artifact-of.ts';

/** What an opponent takes over from the attack, so that both play for the same thing with the same means. */
const shared = ['targetItems', 'fakeUserCount'];

/**
 * An opponent with the targets and the number of fake users of the attack. Throws bad input when it names others, or when it is no
 * attack by fake users.
 */
export function withSharedBudget(opponent: Component, attack: Component): Component {
  if (artifactOf(opponent) !== 'poison')
    throw badInput('evaluation.opponent.id', 'must be an attack by fake users', opponent.id);
  const params: Record<string, unknown> = { ...opponent.params };
  for (const name of shared) {
    const wanted = attack.params[name];
    if (params[name] !== undefined && canonicalJson(params[name]) !== canonicalJson(wanted))
      throw badInput(
        `evaluation.opponent.params.${name}`,
        `must be left out or that of the attack, ${JSON.stringify(wanted)}`,
        params[name],
      );
    params[name] = wanted;
  }
  return { id: opponent.id, params };
}
