import { isLabError } from '../core/errors.ts';
import { datasetsCommand } from './datasets.ts';
import { listCommand } from './list-command.ts';
import { mergeCommand } from './merge-command.ts';
import { precomputeCommand } from './precompute-command.ts';
import { runCommand } from './run-command.ts';

const usage = `recsec-lab: attacks on recommenders and defenses against them, from the command line

  list [--json]                      presets, datasets, models, attacks, defenses, metrics, with parameters
  run <preset-id | spec.json>        runs an experiment; progress on stderr, result JSON on stdout
      [--set a.b=c ...] [--grid path=a,b ...] [--file ratings.csv] [--seed N] [--repeats N]
      [--backend auto|wasm|cpu] [--data DIR] [--out FILE] [--artifacts DIR] [--cache DIR] [--resume] [--shard i/n] [--dry-run]
  merge a.json b.json ...            joins the shards of one grid
  bench [name ...]                   benchmarks, JSON on stdout
  datasets <id> DIR [OUT]            packs a bundled dataset from its raw files
  precompute [--resume] [preset ...] makes the results that the gallery shows before any compute`;

/** Exit codes: 0 done, 2 bad input (one line: path, rule, value), 1 anything else. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const print = (text: string) => void process.stdout.write(`${text}\n`);
  try {
    switch (command) {
      case 'list':
        print(listCommand(args));
        return 0;
      case 'run':
        await runCommand(args, stop.signal);
        return 0;
      case 'merge':
        print(await mergeCommand(args));
        return 0;
      case 'bench':
        print(await (await import('./bench-command.ts')).benchCommand(args));
        return 0;
      case 'datasets':
        print((await datasetsCommand(args)).join('\n'));
        return 0;
      case 'precompute':
        await precomputeCommand(args, stop.signal);
        return 0;
      default:
        process.stderr.write(`${usage}\n`);
        return command === undefined || command === 'help' || command === '--help' ? 0 : 2;
    }
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): number {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS') === true;
  if (isUsage || isLabError(error, 'bad-input') || isLabError(error, 'incompatible')) {
    process.stderr.write(`${(error as Error).message.replaceAll('\n', ' ')}\n`);
    return 2;
  }
  process.stderr.write(`${isLabError(error) ? error.message : ((error as Error).stack ?? String(error))}\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
