import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GoldenCase } from './golden-case.ts';

const bundled = 'src/testing/golden';

/** All golden fixtures of the folder (`*.json`), read when the tests are configured. $RECSEC_GOLDEN names another folder. */
export function readGoldens(root: string): GoldenCase[] {
  const folder = resolve(root, process.env['RECSEC_GOLDEN'] ?? bundled);
  if (!existsSync(folder)) throw new Error(`golden fixtures: no folder ${folder}`);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldenCase);
}

/** The kinds that have a test, by file name: `src/testing/golden/<kind>.golden.test.ts`. */
export function testedGoldenKinds(root: string): string[] {
  const suffix = '.golden.test.ts';
  return readdirSync(resolve(root, bundled))
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}
