import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

/** The one command that helps a user who has no browser for the tests. */
const advice = existsSync('/etc/debian_version')
  ? 'sudo apt-get update && sudo apt-get install --yes chromium'
  : 'npx playwright install --with-deps chromium';

/**
 * A Chromium for the browser tests: one that is there, else one that is installed now: by apt-get with CI=true as root on
 * Debian, by Playwright elsewhere.
 *
 * @throws Error that names the command to run by hand
 */
export function ensureChromium(): string {
  const attempts = [installByPackageManager, installByPlaywright];
  for (const attempt of [() => undefined, ...attempts]) {
    attempt();
    const path = findChromium();
    if (path) return path;
  }
  throw new Error(`The browser tests need a Chromium and found none. Run:\n  ${advice}`);
}

function installByPackageManager(): void {
  const isRoot = process.getuid?.() === 0;
  if (process.env['CI'] !== 'true' || !isRoot || !existsSync('/etc/debian_version')) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
}

function installByPlaywright(): void {
  run('npx', ['playwright', 'install', 'chromium']);
}

function run(command: string, parameters: readonly string[]): void {
  console.log(`No Chromium yet: ${command} ${parameters.join(' ')}`);
  spawnSync(command, parameters, {
    stdio: 'inherit',
    timeout: 10 * 60_000,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
