import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './src/testing/find-chromium.ts';
import { readGoldens, testedGoldenKinds } from './src/testing/read-goldens.ts';

const root = import.meta.dirname;
/** Cross-origin isolation: precise timers and shared memory. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const executablePath = findChromium();
const notUnit = ['**/*.browser.test.*', '**/*.slow.test.ts'];
const minutes = (count: number) => count * 60_000;

const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { args: [...chromiumFlags], ...(executablePath && { executablePath }) },
  }),
  instances: [{ browser: 'chromium' as const }],
};

export default defineConfig(({ mode }) => ({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 2500 },
  server: { headers },
  preview: { headers },
  optimizeDeps: {
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-core/dist/register_all_gradients.js',
      '@tensorflow/tfjs-backend-cpu',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgpu',
    ],
  },
  ...(mode === 'test' && {
    test: {
      // A crowded machine may miss a time limit once; what is wrong is wrong twice.
      retry: process.env.CI ? 1 : 0,
      provide: { goldens: readGoldens(root), testedGoldenKinds: testedGoldenKinds(root) },
      projects: [
        {
          extends: true as const,
          test: {
            name: 'node',
            environment: 'node',
            pool: 'forks' as const,
            include: ['src/**/*.test.ts'],
            exclude: notUnit,
            testTimeout: minutes(2),
            hookTimeout: minutes(1),
          },
        },
        {
          extends: true as const,
          test: {
            name: 'slow',
            environment: 'node',
            pool: 'forks' as const,
            include: ['src/**/*.slow.test.ts'],
            testTimeout: minutes(60),
            hookTimeout: minutes(5),
          },
        },
        {
          extends: true as const,
          test: {
            name: 'browser',
            include: ['src/**/*.browser.test.{ts,tsx}', 'src/testing/golden/*.golden.test.ts'],
            exclude: ['**/*.slow.*'],
            testTimeout: minutes(3),
            hookTimeout: minutes(2),
            browser,
          },
        },
        {
          extends: true as const,
          test: {
            name: 'slow-browser',
            include: ['src/**/*.slow.browser.test.ts'],
            testTimeout: minutes(60),
            hookTimeout: minutes(5),
            browser,
          },
        },
      ],
    },
  }),
}));
