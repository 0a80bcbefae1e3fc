/** `npm test`: everything that must hold, in order, with a closing line for each stage and one for all tests. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './ensure-chromium.ts';
import { readCounts, stageCounts, type Counts } from './test-counts.ts';

interface Stage {
  readonly name: string;
  readonly command: string;
  readonly parameters: readonly string[];
  /** JSON report of the tests of this stage. */
  readonly report?: string;
}

const reports = join('.cache', 'tests');
const e2eConfig = join('e2e', 'playwright.config.ts');

const stages: readonly Stage[] = [
  { name: 'format', command: 'prettier', parameters: ['--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: 'tsc', parameters: ['--noEmit'] },
  { name: 'types of the core, without DOM', command: 'tsc', parameters: ['-p', 'src/core/tsconfig.json'] },
  vitest('architecture and unit tests', 'node'),
  vitest('browser tests', 'browser'),
  { name: 'build', command: 'vite', parameters: ['build', '--logLevel', 'warn'] },
  ...(existsSync(e2eConfig) ? [endToEnd()] : []),
];

process.exitCode = main();

function main(): number {
  rmSync(reports, { recursive: true, force: true });
  try {
    process.env['RECSEC_CHROMIUM'] = ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return closingLine([{ passed: 0, failed: 1 }]);
  }
  return closingLine(stages.map(runStage));
}

function runStage(stage: Stage): Counts {
  console.log(`\n== ${stage.name}`);
  const start = performance.now();
  const { status } = spawnSync(stage.command, stage.parameters, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json') },
  });
  const counts = stageCounts(stage.report ? readCounts(stage.report) : undefined, status === 0);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tests = stage.report ? `, ${counts.passed} passed, ${counts.failed} failed` : '';
  console.log(`== ${stage.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds} s${tests}`);
  return counts;
}

/** Prints the totals alone on a line; the exit code. */
function closingLine(all: readonly Counts[]): number {
  const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function vitest(name: string, project: string): Stage {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: 'vitest', parameters: ['run', '--project', project, ...reporters], report };
}

function endToEnd(): Stage {
  return {
    name: 'end-to-end tests',
    command: 'playwright',
    parameters: ['test', '--config', e2eConfig, '--reporter=list,json'],
    report: join(reports, 'e2e.json'),
  };
}
