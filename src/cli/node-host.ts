import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from '../core/contracts.ts';
import { badInput, cancelled } from '../core/errors.ts';
import type { OpenedBackend } from '../core/run/environment.ts';
import type { RunHost, StageCache } from '../core/run/host.ts';
import { tf } from '../core/tensors.ts';

const bundledFolder = fileURLToPath(new URL('../../public/data/', import.meta.url));
/** Milliseconds of work between two looks at the outside (interrupts). */
const slice = 50;

/** What a run needs from Node: files, the process's clock, an interrupt as cancel. Nobody looks at views here. */
export function nodeHost(
  backend: OpenedBackend,
  cache: StageCache,
  options: {
    readonly data?: string | undefined;
    readonly signal: AbortSignal;
    readonly keepsLogs?: boolean;
  },
): RunHost {
  let yielded = performance.now();
  return {
    source: nodeDataSource(options.data),
    cache,
    environment: {
      backend: backend.name,
      adapter: backend.adapter,
      threads: backend.threads,
      versions: { 'recsec-lab': ownVersion(), tfjs: tf.version_core, node: process.versions.node },
    },
    signal: options.signal,
    async yieldNow() {
      if (performance.now() - yielded > slice) {
        await setImmediate();
        yielded = performance.now();
      }
      if (options.signal.aborted) throw cancelled();
    },
    now: () => performance.now(),
    tensorBytes: () => tf.memory().numBytes,
    watches: () => false,
    keepsLogs: options.keepsLogs ?? false,
  };
}

/** Files by path: bundled ones from the project, raw ones from `--data DIR`, the user's own from where they are. */
export function nodeDataSource(data: string | undefined): DataSource {
  return {
    bundled: (path) => bytes(join(bundledFolder, path), 'dataset'),
    raw(path) {
      if (data === undefined) throw badInput('--data', 'must name the folder of raw datasets', path);
      return bytes(join(data, path), '--data');
    },
    file: (path) => bytes(resolve(path), 'dataset.params.path'),
  };
}

async function bytes(path: string, place: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw badInput(place, code === 'ENOENT' ? 'no such file' : `cannot be read (${code})`, path);
  }
}

function ownVersion(): string {
  return (createRequire(import.meta.url)('../../package.json') as { version: string }).version;
}
