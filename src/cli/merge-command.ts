import { readFile } from 'node:fs/promises';
import { badInput } from '../core/errors.ts';
import { canonicalJson } from '../core/math/fingerprint.ts';
import { planExperiment } from '../core/run/plan-experiment.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import { fingerprintOf, means } from '../core/run/run-experiment.ts';

/** `merge a.json b.json ...`: joins the shards of one grid into one result. Every cell must be there exactly once. */
export async function mergeCommand(paths: readonly string[]): Promise<string> {
  if (paths.length === 0) throw badInput('merge', 'needs the result files of the shards');
  const results = await Promise.all(paths.map(readResult));
  const first = results[0] as ExperimentResult;
  results.forEach((result, at) => {
    if (canonicalJson(result.spec) !== canonicalJson(first.spec)) {
      throw badInput(paths[at] as string, `must be a shard of the same experiment as ${paths[0]}`);
    }
  });
  const all = results.flatMap((result) => result.cells);
  const cells = planExperiment(first.spec).cells.map(({ at }) => {
    const found = all.filter((cell) => canonicalJson(cell.at) === canonicalJson(at));
    if (found.length !== 1) {
      throw badInput('merge', `every cell must be in one of the files, this one is in ${found.length}`, at);
    }
    return found[0] as ExperimentResult['cells'][number];
  });
  const merged: ExperimentResult = {
    ...first,
    cells,
    ...means(cells),
    comparisons: cells.flatMap(({ at }) => comparedAt(at, results)),
    fingerprint: fingerprintOf(first.spec, cells),
  };
  return JSON.stringify(merged, null, 1);
}

/** The comparisons of a cell: made where the cell was run, of what is not all in the file. */
function comparedAt(
  at: ExperimentResult['cells'][number]['at'],
  results: readonly ExperimentResult[],
): ExperimentResult['comparisons'] {
  const all = results.flatMap(({ comparisons }) => comparisons);
  return all.filter((comparison) => canonicalJson(comparison.at) === canonicalJson(at));
}

async function readResult(path: string): Promise<ExperimentResult> {
  let result: ExperimentResult;
  try {
    result = JSON.parse(await readFile(path, 'utf8')) as ExperimentResult;
  } catch (error) {
    throw badInput(path, `must be a result file (${(error as Error).message})`);
  }
  if (result.version !== 1 || !Array.isArray(result.cells))
    throw badInput(path, 'must be a result of version 1', result.version);
  return result;
}
