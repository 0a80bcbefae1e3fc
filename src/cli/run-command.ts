import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { failureSentence, selfTest } from '../core/kernels/self-test.ts';
import type { View } from '../core/contracts.ts';
import { namedItems, queryLogText } from '../core/data/query-log-text.ts';
import { estimateCost } from '../core/run/estimate-cost.ts';
import { planExperiment } from '../core/run/plan-experiment.ts';
import type { PreparedSummary } from '../core/run/events.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import { runExperiment, type Shard } from '../core/run/run-experiment.ts';
import type { RunHost } from '../core/run/host.ts';
import { openBackend } from './backend.ts';
import { defaultCache, fileCache, memoryCache } from './file-cache.ts';
import { nodeHost } from './node-host.ts';
import { duration, progressLine } from './progress-line.ts';
import { chosenBackend, chosenShard, chosenSpec, type ChosenSpec } from './run-options.ts';

const options = {
  set: { type: 'string', multiple: true },
  grid: { type: 'string', multiple: true },
  file: { type: 'string' },
  seed: { type: 'string' },
  repeats: { type: 'string' },
  backend: { type: 'string' },
  data: { type: 'string' },
  out: { type: 'string' },
  artifacts: { type: 'string' },
  cache: { type: 'string' },
  resume: { type: 'boolean' },
  shard: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const;

/** `run <preset-id | spec.json>`: progress on stderr, the result JSON on stdout or in --out FILE. */
export async function runCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const chosen = await chosenSpec(positionals[0], values);
  const shard = chosenShard(values);
  const plan = planExperiment(chosen.spec); // bad input ends here, before anything is opened or written
  for (const { path, reason } of plan.warnings) process.stderr.write(`warning: ${path}: ${reason}\n`);
  const backend = await openBackend(chosenBackend(values), {
    verify: async () => (await selfTest()).map(failureSentence),
  });
  const keeps = values.cache !== undefined || values.resume === true;
  const cache = keeps ? fileCache(values.cache ?? defaultCache, values.resume === true) : memoryCache();
  const { artifacts } = values;
  const host = nodeHost(backend, cache, { data: values.data, signal, keepsLogs: artifacts !== undefined });
  if (values['dry-run']) return printEstimates(plan.cells, host, shard);
  const { result, views } = await finished(chosen, host, shard, artifacts);
  const json = `${JSON.stringify(result, null, 1)}\n`;
  if (values.out === undefined) process.stdout.write(json);
  else await writeWhole(values.out, json);
  if (artifacts !== undefined) {
    for (const [name, view] of views) {
      if (view.view !== 'queries') await writeWhole(join(artifacts, `${name}.json`), viewJson(view));
    }
  }
}

/** Runs to the end; the last view of each name is kept for --artifacts, and logs of queries are written there at once, a JSON line a query by the dataset's own ids, with a line an item beside them. */
export async function finished(
  { spec, preset }: ChosenSpec,
  host: RunHost,
  shard: Shard,
  artifacts?: string,
): Promise<{ result: ExperimentResult; views: ReadonlyMap<string, View>; titles: readonly string[] }> {
  const line = progressLine(process.stderr);
  const views = new Map<string, View>();
  let prepared: Pick<PreparedSummary, 'titles' | 'itemIds'> = { titles: [], itemIds: [] };
  const running = runExperiment(spec, host, shard);
  let next = await running.next();
  while (!next.done) {
    const event = next.value;
    line.show(event);
    if (event.kind === 'prepared') prepared = event.summary;
    if (event.kind === 'log' && artifacts !== undefined) {
      const name = `cell-${event.cell + 1}-repeat-${event.repeat + 1}`;
      const { itemIds, titles } = prepared;
      const log = queryLogText(event.log, itemIds);
      await writePieces(join(artifacts, `${name}-queries-${event.phase}.jsonl`), log);
      const items = namedItems(itemIds, titles).map((item) => `${JSON.stringify(item)}\n`);
      await writePieces(join(artifacts, `${name}-items.jsonl`), items);
    }
    if (event.kind === 'view') {
      const { content } = event;
      const name = content.view === 'lists' ? content.phase : content.name.replaceAll(' ', '-');
      views.set(`cell-${event.cell + 1}-repeat-${event.repeat + 1}-${content.view}-${name}`, content);
    }
    next = await running.next();
  }
  line.end();
  const result = preset
    ? {
        ...next.value,
        preset: preset.id,
        published: preset.published,
        notes: [...preset.notes, ...preset.reduced],
      }
    : next.value;
  return { result, views, titles: prepared.titles };
}

async function printEstimates(
  cells: ReturnType<typeof planExperiment>['cells'],
  host: RunHost,
  shard: Shard,
): Promise<void> {
  let total = 0;
  const chosen = cells.filter((_, at) => at % shard.of === shard.index - 1);
  for (const [at, cell] of chosen.entries()) {
    const { seconds, bytes } = await estimateCost(cell.spec, host);
    total += seconds;
    const labels = Object.entries(cell.at)
      .map(([name, label]) => `${name}=${label}`)
      .join(' ');
    process.stdout.write(
      `cell ${at + 1}  ${labels}  ${cell.spec.repeats} repeats  about ${duration(seconds)}, ${(bytes / 1e6).toFixed(0)} MB of tensors\n`,
    );
  }
  process.stdout.write(
    `${chosen.length} cells, about ${duration(total)} in all on ${host.environment.backend}\n`,
  );
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await pipeline(Readable.from(pieces), createWriteStream(path));
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** A view as JSON: typed arrays become lists. */
export function viewJson(view: View): string {
  return JSON.stringify(view, (_key, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value,
  );
}
