import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../src/testing/find-chromium.ts';

const address = 'http://127.0.0.1:4318';
const executablePath = findChromium();

/** End-to-end tests of the built page (`vite build` first), one after the other: they share the machine's cores with what they test. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e',
  workers: 1,
  // A crowded machine may be late once; what is wrong is wrong twice.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: { args: [...chromiumFlags], ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${new URL(address).port} --strictPort`,
    cwd: '..',
    url: address,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
