import { expect, test as plain } from '@playwright/test';
import { GalleryScreen } from './pages/gallery-screen.ts';
import { LabScreen } from './pages/lab-screen.ts';

interface Fixtures {
  readonly gallery: GalleryScreen;
  readonly lab: LabScreen;
  /** Addresses of other origins that the page asked for. */
  readonly strangers: string[];
  /** Faults that nothing in the page caught. */
  readonly faults: string[];
}

/** A test of the page. Whatever it does, it fails when a request leaves the origin or a fault goes uncaught. */
export const test = plain.extend<Fixtures & { readonly watched: undefined }>({
  gallery: ({ page }, use) => use(new GalleryScreen(page)),
  lab: ({ page }, use) => use(new LabScreen(page)),
  strangers: ({}, use) => use([]),
  faults: ({}, use) => use([]),
  watched: [
    async ({ context, page, baseURL, strangers, faults }, use) => {
      context.on('request', (request) => {
        const { origin, protocol, href } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== baseURL) strangers.push(href);
      });
      page.on('pageerror', (error) => faults.push(error.message));
      await use(undefined);
      expect(strangers, 'requests to other origins').toEqual([]);
      expect(faults, 'uncaught faults').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
