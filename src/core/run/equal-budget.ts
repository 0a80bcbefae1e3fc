import { interactionCount, type Interactions } from '../data/interactions.ts';
import { findSpec } from '../find-spec.ts';
import type { Component } from '../params/fields.ts';

/**
 * How many clicks each fake user of an opponent may make, targets included: the cap that the attack declares, so that an opponent plays
 * by the same rule however much of it the attack uses up; without one the mean of what the attack's fake users click, rounded.
 */
export function clicksAllowed(attack: Component, fakeUsers: Interactions, targetCount: number): number {
  const cap = Number(attack.params.clickCap ?? 0);
  const users = fakeUsers.userCount;
  const mean = users === 0 ? 0 : Math.round(interactionCount(fakeUsers) / users);
  return Math.max(targetCount, cap > 0 ? cap : mean);
}

/** Items of a kind that an attack clicks besides fillers, by parameter. */
const chosenCounts = ['popularCount', 'segmentCount'];

/**
 * An opponent whose fake users click at most `clicks` items each: by its cap where it has one, else by its numbers of items, of which
 * the fillers give way first.
 */
export function atEqualBudget(opponent: Component, clicks: number, targetCount: number): Component {
  const { parameters } = findSpec('attacks', opponent.id, 'evaluation.opponent.id');
  const params: Record<string, unknown> = { ...opponent.params };
  if (Object.hasOwn(parameters, 'clickCap')) {
    const own = Number(params.clickCap ?? 0);
    return { id: opponent.id, params: { ...params, clickCap: own > 0 ? Math.min(own, clicks) : clicks } };
  }
  let left = Math.max(0, clicks - targetCount);
  for (const name of chosenCounts) {
    if (!Object.hasOwn(parameters, name)) continue;
    params[name] = Math.max(1, Math.min(Number(params[name]), left));
    left = Math.max(0, left - Number(params[name]));
  }
  if (Object.hasOwn(parameters, 'fillerCount')) params.fillerCount = left;
  return { id: opponent.id, params };
}
