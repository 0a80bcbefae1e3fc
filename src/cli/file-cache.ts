import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { StageCache, StageValue } from '../core/run/host.ts';

/** Where stages are kept when --resume names no other folder. */
export const defaultCache = join('.cache', 'recsec-lab');

/** Stages in memory for the length of a run. */
export function memoryCache(): StageCache {
  const kept = new Map<string, StageValue>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
  };
}

/**
 * Stages as files of a folder, a file a stage, written whole or not at all. Without `resume` what earlier runs left is not read, but
 * what this run writes is.
 */
export function fileCache(folder: string, resume: boolean): StageCache {
  const written = new Set<string>();
  const pathOf = (key: string) => join(folder, `${key}.stage`);
  return {
    async get(key) {
      if (!resume && !written.has(key)) return undefined;
      try {
        return deserialize(await readFile(pathOf(key))) as StageValue;
      } catch {
        return undefined; // absent, or cut short by a crash: worked out again
      }
    },
    async set(key, value) {
      await mkdir(folder, { recursive: true });
      const unfinished = `${pathOf(key)}.${process.pid}`;
      await writeFile(unfinished, serialize(value));
      await rename(unfinished, pathOf(key));
      written.add(key);
    },
  };
}
