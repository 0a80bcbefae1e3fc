import type { ExperimentSpec } from './experiment-spec.ts';

/** Mean and sample standard deviation over repeats; `values` has one entry a repeat. null = undefined (a mean over nobody). */
export interface Measured {
  readonly mean: number | null;
  readonly std: number | null;
  readonly values: readonly (number | null)[];
  /** 95% bootstrap interval of the mean over users (each user's mean over the repeats), where users were kept apart. */
  readonly interval?: readonly [number, number];
}
export type Measurements = Readonly<Record<string, Measured>>;

/**
 * clean: trained without attack. control: the same with another seed (the noise floor). attacked: trained from scratch on
 * the poisoned data with a seed the attacker did not use. attackedSameSeed: the papers' habit of reading the attacker's own
 * seed. baseline: as attacked, with random filler of equal budget in place of the attack. opponent: the same with another attack
 * of equal budget. defended, cleanDefended: with the defenses on. downstream: trained with fake sequences that were made with a stolen
 * copy; downstreamBaseline: the same with random sequences of equal budget. defendedDownstream, defendedDownstreamBaseline: the same behind the
 * defenses, the sequences made with the copy of the defended victim.
 */
export type Phase =
  | 'clean'
  | 'control'
  | 'attacked'
  | 'attackedSameSeed'
  | 'baseline'
  | 'opponent'
  | 'defended'
  | 'cleanDefended'
  | 'downstream'
  | 'downstreamBaseline'
  | 'defendedDownstream'
  | 'defendedDownstreamBaseline';
export const phaseOrder: readonly Phase[] = [
  'clean',
  'control',
  'attacked',
  'attackedSameSeed',
  'baseline',
  'opponent',
  'defended',
  'cleanDefended',
  'downstream',
  'downstreamBaseline',
  'defendedDownstream',
  'defendedDownstreamBaseline',
];

/** A curve: `values` has one array a repeat, aligned with `x`. */
export interface Series {
  readonly x: readonly number[];
  readonly label: string;
  readonly values: readonly (readonly (number | null)[])[];
}

export interface Cell {
  /** Axis name to point label. */
  readonly at: Readonly<Record<string, string>>;
  readonly seeds: readonly string[];
  readonly phases: Readonly<Partial<Record<Phase, Measurements>>>;
  readonly series: Readonly<Record<string, Series>>;
  readonly timing: Readonly<Record<string, number>>;
  readonly memory: { readonly peakTensorBytes: number };
  readonly notes: readonly string[];
}

/** What all cells at one point of one axis come to on average. */
export interface AxisMean {
  /** One axis name to one point label. */
  readonly at: Readonly<Record<string, string>>;
  /** How many cells were averaged. */
  readonly cells: number;
  readonly phases: Cell['phases'];
}

export interface Published {
  readonly at: Readonly<Record<string, string>>;
  readonly phase: Phase;
  readonly metric: string;
  readonly value: number;
  readonly source: string;
}

/** A paired comparison of two phases, over repeats or over users: `test` says which. */
export interface Comparison {
  readonly at: Readonly<Record<string, string>>;
  readonly a: string;
  readonly b: string;
  readonly metric: string;
  readonly test: string;
  /** Mean difference a - b. */
  readonly difference: number;
  readonly p: number;
  readonly interval: readonly [number, number];
}

export interface Environment {
  readonly backend: string;
  readonly adapter: string;
  readonly threads: number;
  readonly versions: Readonly<Record<string, string>>;
}

export interface ExperimentResult {
  readonly version: 1;
  readonly spec: ExperimentSpec;
  readonly preset?: string;
  readonly environment: Environment;
  readonly cells: readonly Cell[];
  /** Means over the cells of a grid; absent without one, and in results from before there were any. */
  readonly means?: readonly AxisMean[];
  readonly published: readonly Published[];
  readonly comparisons: readonly Comparison[];
  readonly notes: readonly string[];
  /** Hash of spec and metric values, without timings. */
  readonly fingerprint: string;
}
