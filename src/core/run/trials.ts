import { canonicalJson } from '../math/fingerprint.ts';
import type { Component } from '../params/fields.ts';
import type { RunHost } from './host.ts';
import type { PreparedData } from './prepare-data.ts';
import { tryAttack, type AttackTrial } from './try-attack.ts';
import { tryTraining, type TrainingTrial } from './try-training.ts';

/** Prepared data, and what they depend on. */
export interface TrialData {
  readonly prepared: PreparedData;
  readonly depends: readonly unknown[];
}

/** The trials of an experiment. Each is made once, also where several cells ask for the same model on the same data. */
export class Trials {
  readonly #host: RunHost;
  readonly #trainings = new Map<string, TrainingTrial>();
  readonly #attacks = new Map<string, AttackTrial>();

  constructor(host: RunHost) {
    this.#host = host;
  }

  /** Of the first model that was tried, the victim of the first cell. */
  get stepsPerEpoch(): number | undefined {
    return this.#trainings.values().next().value?.stepsPerEpoch;
  }

  training(component: Component, { prepared, depends }: TrialData): Promise<TrainingTrial> {
    const trial = () => tryTraining(component, prepared, this.#host);
    return once(this.#trainings, [depends, component], trial);
  }

  attack(surrogate: Component | undefined, fakes: number, { prepared, depends }: TrialData) {
    const trial = () => tryAttack(surrogate, fakes, prepared, this.#host);
    return once(this.#attacks, [depends, surrogate ?? null, fakes], trial);
  }
}

async function once<T>(
  made: Map<string, T>,
  depends: readonly unknown[],
  make: () => Promise<T>,
): Promise<T> {
  const key = canonicalJson(depends);
  const known = made.get(key) ?? (await make());
  made.set(key, known);
  return known;
}
