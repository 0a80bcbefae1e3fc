import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import type { View } from '../core/contracts.ts';
import { badInput } from '../core/errors.ts';
import { findPreset, presets } from '../core/experiments/presets.ts';
import { openBackend } from './backend.ts';
import { defaultCache, fileCache, memoryCache } from './file-cache.ts';
import { nodeHost } from './node-host.ts';
import { finished, viewJson } from './run-command.ts';
import { numbersAlone, slimResult } from './slim-result.ts';

const folder = fileURLToPath(new URL('../../public/precomputed/', import.meta.url));
/** The most that one precomputed result may weigh, compressed. */
const budget = 60 * 1024;

/** `precompute [--resume] [preset-id ...]`: runs presets and writes what the gallery shows at first paint. */
export async function precomputeCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const resume = args.includes('--resume');
  const ids = args.filter((arg) => arg !== '--resume');
  for (const id of ids.length > 0 ? ids : presets.map((preset) => preset.id)) {
    const preset = findPreset(id);
    if (!preset)
      throw badInput(
        'precompute',
        `no such preset; there are ${presets.map((each) => each.id).join(', ')}`,
        id,
      );
    const host = nodeHost(await openBackend('wasm'), resume ? fileCache(defaultCache, true) : memoryCache(), {
      signal,
    });
    const { result, views, titles } = await finished({ spec: preset.spec, preset }, host, {
      index: 1,
      of: 1,
    });
    const shown = [...views]
      .filter(([name, view]) => name.startsWith('cell-1-repeat-1-') && isDrawn(view))
      .map(([, view]) => JSON.parse(viewJson(view)) as unknown);
    // A grid too large for all of it gives up its views first, which are those of one cell alone, and then its curves.
    const forms = [
      { ...slimResult(result), views: shown, titles },
      slimResult(result),
      numbersAlone(result),
    ].map((form) => JSON.stringify(form, rounded));
    const text = forms.find((form) => compressed(form) <= budget) ?? (forms.at(-1) as string);
    const size = compressed(text);
    if (size > budget) throw new Error(`${id}: ${size} bytes compressed, at most ${budget} are allowed`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${id.replaceAll('/', '--')}.json`), text);
    process.stderr.write(`${id}: ${size} bytes compressed\n`);
  }
}

function compressed(text: string): number {
  return gzipSync(new TextEncoder().encode(text)).length;
}

/** Lists are drawn before and after the attack alone, and a log of queries is too long to ship. */
function isDrawn(view: View): boolean {
  if (view.view === 'queries') return false;
  if (view.view === 'points') return view.name === 'attacked victim'; // maps are the heaviest views
  return view.view !== 'lists' || ['clean', 'attacked', 'surrogate'].includes(view.phase);
}

/** Five significant digits are more than a chart can show. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}
