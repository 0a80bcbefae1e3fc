import type { MetricValues, UserValues } from './evaluate-model.ts';
import type { PhaseIntervals } from './over-users.ts';
import {
  phaseOrder,
  type Cell,
  type Measured,
  type Measurements,
  type Phase,
  type Series,
} from './result.ts';
import { mean, standardDeviation } from '../math/statistics.ts';

/** Gathers what the repeats of one cell measured. */
export class CellRecorder {
  readonly #at: Readonly<Record<string, string>>;
  readonly #phases = new Map<Phase, MetricValues[]>();
  readonly #series = new Map<string, { label: string; repeats: Map<number, number | null>[] }>();
  readonly #users = new Map<Phase, UserValues[]>();
  readonly #seconds = new Map<string, number[]>();
  readonly #notes = new Set<string>();
  readonly #seeds: string[] = [];
  #peakBytes = 0;

  constructor(at: Readonly<Record<string, string>>) {
    this.#at = at;
  }

  seed(key: string): void {
    this.#seeds.push(key);
  }

  phase(phase: Phase, metrics: MetricValues): void {
    const repeats = this.#phases.get(phase) ?? [];
    repeats.push(metrics);
    this.#phases.set(phase, repeats);
  }

  /** A repeat's metrics user by user: kept for intervals over users, and no part of the cell. */
  users(phase: Phase, values: UserValues): void {
    this.#users.set(phase, [...(this.#users.get(phase) ?? []), values]);
  }

  get byUser(): ReadonlyMap<Phase, readonly UserValues[]> {
    return this.#users;
  }

  /** One point of a curve; `label` names the x axis. */
  point(name: string, label: string, repeat: number, x: number, value: number | null): void {
    const series = this.#series.get(name) ?? { label, repeats: [] };
    while (series.repeats.length <= repeat) series.repeats.push(new Map());
    series.repeats[repeat]?.set(x, value);
    this.#series.set(name, series);
  }

  seconds(stage: string, seconds: number): void {
    const all = this.#seconds.get(stage) ?? [];
    all.push(seconds);
    this.#seconds.set(stage, all);
  }

  bytes(bytes: number): void {
    this.#peakBytes = Math.max(this.#peakBytes, bytes);
  }

  note(text: string): void {
    this.#notes.add(text);
  }

  cell(intervals: PhaseIntervals = {}): Cell {
    const phases: Partial<Record<Phase, Measurements>> = {};
    for (const phase of phaseOrder) {
      const repeats = this.#phases.get(phase);
      if (repeats) phases[phase] = measured(repeats, intervals[phase] ?? {});
    }
    const series = Object.fromEntries([...this.#series].map(([name, entry]) => [name, aligned(entry)]));
    const timing = Object.fromEntries([...this.#seconds].map(([stage, all]) => [stage, mean(all) ?? 0]));
    const outer =
      series['cost.seconds']?.values.flat().filter((value): value is number => value !== null) ?? [];
    return {
      at: this.#at,
      seeds: this.#seeds,
      phases,
      series,
      timing: outer.length > 0 ? { ...timing, outerStepSeconds: median(outer) } : timing,
      memory: { peakTensorBytes: this.#peakBytes },
      notes: [...this.#notes],
    };
  }
}

function measured(
  repeats: readonly MetricValues[],
  intervals: NonNullable<PhaseIntervals[Phase]>,
): Measurements {
  const names = [...new Set(repeats.flatMap((metrics) => Object.keys(metrics)))];
  return Object.fromEntries(
    names.map((name) => {
      const interval = intervals[name];
      const own = summary(repeats.map((metrics) => metrics[name] ?? null));
      return [name, interval ? { ...own, interval } : own];
    }),
  );
}

function summary(values: readonly (number | null)[]): Measured {
  const known = values.filter((value): value is number => value !== null);
  return { mean: mean(known) ?? null, std: standardDeviation(known) ?? null, values };
}

/** All repeats on one x axis; null where a repeat has no value. */
function aligned({ label, repeats }: { label: string; repeats: Map<number, number | null>[] }): Series {
  const x = [...new Set(repeats.flatMap((repeat) => [...repeat.keys()]))].sort((a, b) => a - b);
  return { x, label, values: repeats.map((repeat) => x.map((at) => repeat.get(at) ?? null)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}
