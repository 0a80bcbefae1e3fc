import type { Defense, DefenseFactory } from '../contracts.ts';
import { incompatible } from '../errors.ts';
import { implementations } from '../implementations.ts';
import type { Component } from '../params/fields.ts';
import { choose } from './prepare-data.ts';

/** A defense and the component that it was made from, which stage keys hold. */
export interface LoadedDefense {
  readonly component: Component;
  readonly defense: Defense;
}

/** The defenses of a spec, in order. Throws `incompatible` when two of them would train the victim. */
export async function loadDefenses(components: readonly Component[]): Promise<readonly LoadedDefense[]> {
  const loaded: LoadedDefense[] = [];
  for (const [at, component] of components.entries()) {
    const factory = await choose<DefenseFactory>(implementations.defenses, component.id);
    loaded.push({ component, defense: factory.create(component.params as never, `defenses[${at}]`) });
  }
  const trainers = loaded.filter(({ defense }) => defense.train).map(({ component: { id } }) => id);
  if (trainers.length > 1)
    throw incompatible([`Only one defense can train the victim; here ${trainers.join(' and ')} would.`], 'defenses'); // prettier-ignore
  return loaded;
}

/** The one that trains the victim, if there is one. */
export function trainerOf(defenses: readonly LoadedDefense[]): LoadedDefense | undefined {
  return defenses.find(({ defense }) => defense.train);
}

/** Those that change the served lists, in order. */
export function serversOf(defenses: readonly LoadedDefense[]): readonly LoadedDefense[] {
  return defenses.filter(({ defense }) => defense.serve);
}
