import { z } from 'zod';
import { badInput } from '../errors.ts';
import type { Component } from '../params/fields.ts';
import { parseShape } from '../params/parse.ts';

/** Randomness that may change from repeat to repeat; what is not listed stays as in the first repeat. */
export type Stream = 'data' | 'split' | 'init' | 'attack';

/** When, during the attack or training, a victim is evaluated. */
export interface EvaluationPoints {
  readonly of: 'epochs' | 'outerSteps' | 'flips' | 'queries';
  readonly values: readonly number[];
  /** Train a fresh victim at each point, and not only read the attacker's own surrogate. */
  readonly retrain: boolean;
}

export interface Evaluation {
  readonly cutoffs: readonly number[];
  readonly at?: EvaluationPoints | undefined;
  readonly protocol: {
    readonly history: 'masked' | 'kept';
    readonly candidates: 'all';
    readonly ties: 'pessimistic' | 'optimistic';
    readonly owners: 'excluded' | 'miss';
    readonly users: 'genuine';
  };
  /** Poisoning only: also measure random filler of the same budget (users and mean clicks) on the same victim. */
  readonly baseline: boolean;
  /** Also train the clean victim with another seed, for the noise floor; a table of clean models has no use for it. */
  readonly control: boolean;
  /**
   * Detectors only: shares of all users (0 to 1), the most suspicious first, without which the victim is trained anew. The defender chooses
   * them; he never learns how many users are fake.
   */
  readonly removedShares?: readonly number[] | undefined;
  /** Poisoning only: another attack with the same targets, fake users and clicks each, measured on the same victim. */
  readonly opponent?: Component | undefined;
  /** Poisoning only: why an item stands where it does for one user. */
  readonly explain?: ExplainedItem | undefined;
  /** Extraction only: what the thief does with the copy (see params/downstream-fields.ts), and what comes of it. */
  readonly downstream?: Readonly<Record<string, unknown>> | undefined;
  /** Describe the prepared data (`data.*`) and train nothing: no attack, no defenses, and the victim may be left out. */
  readonly dataOnly?: boolean | undefined;
}

/** Which user's score of which item is taken apart. */
export interface ExplainedItem {
  /** Index of a genuine user of the prepared data. */
  readonly user: number;
  /** Index of an item of the prepared data; the first target where it is left out. */
  readonly item?: number | undefined;
  /** So many fake users are left out one by one, the victim trained anew without each: those first who share most clicks with the user. */
  readonly leaveOneOut: number;
}

/** One value of an axis: a label and what it sets, by path. */
export interface AxisPoint {
  readonly label: string;
  readonly set: Readonly<Record<string, unknown>>;
}
export interface Axis {
  readonly name: string;
  readonly points: readonly AxisPoint[];
}

/** A whole experiment, version 1: the same JSON in the URL, the run library, the command line and the tests. */
export interface ExperimentSpec {
  readonly version: 1;
  readonly seed: number;
  readonly repeats: number;
  readonly vary: readonly Stream[];
  readonly dataset: Component;
  readonly prepare: readonly Component[];
  readonly split: Component;
  readonly victim: Component;
  readonly attack: Component | null;
  readonly defenses: readonly Component[];
  readonly evaluation: Evaluation;
  readonly axes: readonly Axis[];
}

const component = z.strictObject({ id: z.string(), params: z.record(z.string(), z.unknown()).default({}) });
const pathAxis = z.strictObject({
  name: z.string().min(1),
  path: z.string().min(1),
  values: z.array(z.unknown()).min(1),
});
const pointAxis = z.strictObject({
  name: z.string().min(1),
  points: z.array(z.strictObject({ label: z.string(), set: z.record(z.string(), z.unknown()) })).min(1),
});

const shape = z.strictObject({
  version: z.literal(1),
  seed: z.int().min(0).max(4294967295).default(1),
  repeats: z.int().min(1).max(1000).default(1),
  vary: z.array(z.enum(['data', 'split', 'init', 'attack'])).default(['data', 'split', 'init', 'attack']),
  dataset: component,
  prepare: z.array(component).default([]),
  split: component.default({ id: 'leave-one-out', params: {} }),
  victim: component,
  attack: component.nullable().default(null),
  defenses: z.array(component).default([]),
  evaluation: z
    .strictObject({
      cutoffs: z.array(z.int().min(1).max(10000)).min(1).default([10]),
      at: z
        .strictObject({
          of: z.enum(['epochs', 'outerSteps', 'flips', 'queries']),
          values: z.array(z.int().min(0)).min(1),
          retrain: z.boolean().default(true),
        })
        .optional(),
      protocol: z
        .strictObject({
          history: z.enum(['masked', 'kept']).default('masked'),
          candidates: z.literal('all').default('all'),
          ties: z.enum(['pessimistic', 'optimistic']).default('pessimistic'),
          owners: z.enum(['excluded', 'miss']).default('excluded'),
          users: z.literal('genuine').default('genuine'),
        })
        .prefault({}),
      baseline: z.boolean().default(true),
      control: z.boolean().default(true),
      removedShares: z.array(z.number().min(0).max(1)).min(1).max(50).optional(),
      opponent: component.optional(),
      explain: z
        .strictObject({
          user: z.int().min(0),
          item: z.int().min(0).optional(),
          leaveOneOut: z.int().min(0).max(1000).default(0),
        })
        .optional(),
      downstream: z.record(z.string(), z.unknown()).optional(),
      dataOnly: z.boolean().optional(),
    })
    .prefault({}),
  axes: z.array(z.union([pathAxis, pointAxis])).default([]),
});

/** The shape of a spec, defaults filled in, axes in their long form. Parameters are checked later, cell by cell, by the catalog. */
export function parseExperimentShape(given: unknown): ExperimentSpec {
  const version = (given as { version?: unknown } | null | undefined)?.version;
  if (version !== 1) throw badInput('version', 'must be 1, the only version this lab reads', version ?? null);
  const parsed = parseShape(shape, withVictim(given), 'spec');
  return {
    ...parsed,
    axes: parsed.axes.map((axis) =>
      'points' in axis
        ? axis
        : {
            name: axis.name,
            points: axis.values.map((value) => ({ label: labelOf(value), set: { [axis.path]: value } })),
          },
    ),
  };
}

/** An experiment on data alone need not name a victim; it gets the plainest, which is never trained. */
function withVictim(given: unknown): unknown {
  const { victim, evaluation } = given as { victim?: unknown; evaluation?: { dataOnly?: unknown } | null };
  if (victim !== undefined || evaluation?.dataOnly !== true) return given;
  return { ...(given as object), victim: { id: 'popularity', params: {} } };
}

function labelOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
