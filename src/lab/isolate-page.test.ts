import { expect, test } from 'vitest';
import { isolatePage, type PageScope } from './isolate-page.ts';

function setUp(more: Partial<PageScope> = {}, refuses = false) {
  const tried = new Map<string, string>();
  const counts = { registered: 0, reloaded: 0 };
  const serviceWorker = {
    register: async () => {
      counts.registered++;
      if (refuses) throw new DOMException('no', 'SecurityError');
    },
    ready: Promise.resolve(),
  } as unknown as ServiceWorkerContainer;
  const scope: PageScope = {
    crossOriginIsolated: false,
    isSecureContext: true,
    location: { protocol: 'https:', reload: () => void counts.reloaded++ },
    navigator: { serviceWorker },
    sessionStorage: {
      getItem: (key) => tried.get(key) ?? null,
      setItem: (key, value) => void tried.set(key, value),
    },
    ...more,
  };
  return { scope, counts };
}

test('a page that is not isolated installs the service worker and reloads once, whatever comes of it', async () => {
  const { scope, counts } = setUp();
  expect(await isolatePage(scope)).toBe(true);
  expect(await isolatePage(scope)).toBe(false);
  expect(counts).toEqual({ registered: 1, reloaded: 1 });
});

test.each([
  ['isolated already', { crossOriginIsolated: true }],
  ['a file on disk', { location: { protocol: 'file:', reload: () => expect.fail('reloaded') } }],
  ['without https', { isSecureContext: false }],
  ['without service workers', { navigator: {} }],
] as const)('a page that is %s is left alone', async (_what, more) => {
  const { scope, counts } = setUp(more);
  expect(await isolatePage(scope)).toBe(false);
  expect(counts).toEqual({ registered: 0, reloaded: 0 });
});

test('a refused registration leaves the page as it is', async () => {
  const { scope, counts } = setUp({}, true);
  expect(await isolatePage(scope)).toBe(false);
  expect(counts.reloaded).toBe(0);
});
