import { useEffect, useState } from 'react';
import type { View } from '../core/contracts.ts';
import type { ExperimentResult } from '../core/run/result.ts';

/** A preset's result as the command line made it ahead of time, with the views of its first repeat. */
export interface Precomputed {
  readonly result: ExperimentResult;
  readonly views: readonly View[];
  readonly titles: readonly string[]; // [I]
}

export type PrecomputedState =
  | { readonly status: 'loading' }
  /** There is none, or it could not be had; `reason` is a sentence. */
  | { readonly status: 'absent'; readonly reason: string }
  | { readonly status: 'ready'; readonly precomputed: Precomputed };

const fetched = new Map<string, Promise<PrecomputedState>>();

/** The precomputed result of a preset, fetched once a visit. */
export function usePrecomputed(preset: string | undefined): PrecomputedState {
  const [state, setState] = useState<PrecomputedState>({ status: 'loading' });
  useEffect(() => {
    let left = false;
    setState({ status: 'loading' });
    if (preset !== undefined) void fetchPrecomputed(preset).then((next) => !left && setState(next));
    return () => {
      left = true;
    };
  }, [preset]);
  return state;
}

function fetchPrecomputed(preset: string): Promise<PrecomputedState> {
  const known = fetched.get(preset);
  if (known) return known;
  const asked = read(`precomputed/${preset.replaceAll('/', '--')}.json`);
  fetched.set(preset, asked);
  return asked;
}

async function read(path: string): Promise<PrecomputedState> {
  try {
    const answer = await fetch(path);
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    if (answer.status === 404 || (answer.ok && !isJson)) {
      return { status: 'absent', reason: 'There is no precomputed result of this experiment yet.' };
    }
    if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
    return { status: 'ready', precomputed: decodePrecomputed(await answer.json()) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { status: 'absent', reason: `The precomputed result could not be loaded: ${cause}.` };
  }
}

type WithViews = ExperimentResult & {
  readonly views?: readonly unknown[];
  readonly titles?: readonly string[];
};

/** Views carry typed arrays as lists of numbers in JSON; here they become typed again. */
export function decodePrecomputed(json: unknown): Precomputed {
  const { views = [], titles = [], ...result } = json as WithViews;
  return { result, titles, views: views.map((view) => typed(view) as View) };
}

const whole = new Set(['items', 'offsets', 'popularity', 'indices', 'fakes', 'removed']);
const real = new Set([
  'values',
  'xy',
  'scores',
  'places',
  'reach',
  'thresholds',
  'falsePositiveRate',
  'truePositiveRate',
]);

function typed(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (Array.isArray(inner) && whole.has(key)) return [key, Int32Array.from(inner as number[])];
    if (Array.isArray(inner) && real.has(key)) return [key, Float32Array.from(inner as number[])];
    return [key, typed(inner)];
  });
  return Object.fromEntries(entries) as unknown;
}
