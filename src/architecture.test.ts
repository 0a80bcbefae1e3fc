import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importViolations } from './testing/architecture/import-rules.ts';
import { layoutViolations, nameAndSize } from './testing/architecture/layout-rules.ts';
import type { SourceFile } from './testing/architecture/source-file.ts';
import { textViolations } from './testing/architecture/text-rules.ts';

const root = import.meta.dirname;
const files = sourcesIn(root);

function sourcesIn(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function expectNone(violations: readonly string[]) {
  if (violations.length > 0) expect.fail(`${violations.length} broken rules\n\n${violations.join('\n')}`);
}

test('the sources are found', () => {
  expect(files.map(({ path }) => path)).toContain('core/contracts.ts');
});

test('nobody imports what the table forbids', () => {
  expectNone(importViolations(files));
});

test('no file says what its folder forbids', () => {
  expectNone(textViolations(files));
});

test('names, sizes and the files of every algorithm follow the layout', () => {
  expectNone(layoutViolations(files));
});

test('names and sizes of the end-to-end tests too', () => {
  const endToEnd = sourcesIn(join(root, '../e2e'));
  expect(endToEnd.map(({ path }) => path)).toContain('fixtures.ts');
  expectNone(endToEnd.flatMap(nameAndSize));
});
