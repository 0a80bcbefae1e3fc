import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** Flags that give a headless Chromium a WebGPU adapter (a software one where there is no GPU) and keep it off the network. */
export const chromiumFlags: readonly string[] = [
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-features=Vulkan',
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const installed: readonly string[] = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A full Chromium (the "headless shell" build has no WebGPU): $RECSEC_CHROMIUM, else Playwright's own, else an installed
 * Chrome or Chromium. Undefined when there is none.
 */
export function findChromium(): string | undefined {
  const named = process.env['RECSEC_CHROMIUM'];
  if (named) return named;
  return [chromium.executablePath(), ...installed].find((path) => existsSync(path));
}
