import { readFile } from 'node:fs/promises';
import { badInput } from '../core/errors.ts';
import { findPreset, presets } from '../core/experiments/presets.ts';
import type { Preset } from '../core/experiments/preset.ts';
import { parseAssignment, parseGridAxis } from '../core/params/assignment.ts';
import { setPath } from '../core/params/set-path.ts';
import { backendChoices, type BackendChoice } from '../core/run/environment.ts';
import type { Shard } from '../core/run/run-experiment.ts';

/** Options of `run` as parseArgs reads them: all text. */
export interface RunFlags {
  readonly set?: string[];
  readonly grid?: string[];
  readonly file?: string;
  readonly seed?: string;
  readonly repeats?: string;
  readonly backend?: string;
  readonly shard?: string;
}

/** A spec with the command line's changes, and the preset it came from. */
export interface ChosenSpec {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly preset: Preset | undefined;
}

/** The spec that a preset id or the path of a JSON file names, changed by --file, --seed, --repeats, --set and --grid, in that order. */
export async function chosenSpec(name: string | undefined, flags: RunFlags): Promise<ChosenSpec> {
  if (!name)
    throw badInput(
      'run',
      `needs a preset or a spec file; presets are ${presets.map(({ id }) => id).join(', ')}`,
    );
  const preset = findPreset(name);
  let spec: Readonly<Record<string, unknown>> = preset ? preset.spec : await specFile(name);
  if (flags.file !== undefined) spec = { ...spec, dataset: { id: 'file', params: { path: flags.file } } };
  if (flags.seed !== undefined) spec = { ...spec, seed: wholeNumber('--seed', flags.seed) };
  if (flags.repeats !== undefined) spec = { ...spec, repeats: wholeNumber('--repeats', flags.repeats) };
  for (const text of flags.set ?? []) {
    const { path, value } = parseAssignment(text);
    spec = setPath(spec, path, value);
  }
  for (const text of flags.grid ?? []) {
    const { path, values } = parseGridAxis(text);
    const axes = (spec.axes as readonly unknown[] | undefined) ?? [];
    spec = { ...spec, axes: [...axes, { name: path, path, values }] };
  }
  return { spec, preset };
}

export function chosenBackend(flags: RunFlags): BackendChoice {
  const backend = flags.backend ?? 'auto';
  if (!(backendChoices as readonly string[]).includes(backend)) {
    throw badInput('--backend', `must be one of ${backendChoices.join(', ')}`, backend);
  }
  return backend as BackendChoice;
}

export function chosenShard({ shard }: RunFlags): Shard {
  if (shard === undefined) return { index: 1, of: 1 };
  const match = /^(\d+)\/(\d+)$/.exec(shard);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  if (!(index >= 1 && index <= of))
    throw badInput('--shard', 'must be i/n with i from 1 to n, as in 2/4', shard);
  return { index, of };
}

async function specFile(path: string): Promise<Readonly<Record<string, unknown>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    const ids = presets.map(({ id }) => id).join(', ');
    throw badInput('run', `no such preset or file; presets are ${ids}`, path);
  }
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw badInput(path, `must be JSON (${(error as Error).message})`);
  }
}

function wholeNumber(place: string, text: string): number {
  if (!/^\d+$/.test(text)) throw badInput(place, 'must be a whole number', text);
  return Number(text);
}
