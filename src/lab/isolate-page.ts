/** What the page offers for isolation; the real one is `globalThis` in a browser. */
export interface PageScope {
  readonly crossOriginIsolated: boolean;
  readonly isSecureContext: boolean;
  readonly location: { readonly protocol: string; reload(): void };
  readonly navigator: { readonly serviceWorker?: ServiceWorkerContainer };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const triedKey = 'recsec-lab-isolation-tried';

/**
 * Where the host does not send the headers for cross-origin isolation (threads), installs the service worker that adds them and reloads
 * the page once. A tab tries once: whatever comes of it, there is no second reload. Returns true when the page is about to reload.
 */
export async function isolatePage(
  scope: PageScope = globalThis,
  script = 'cross-origin-isolation.js',
): Promise<boolean> {
  const { navigator, location, sessionStorage } = scope;
  if (scope.crossOriginIsolated || !scope.isSecureContext || !/^https?:$/.test(location.protocol))
    return false;
  try {
    if (!navigator.serviceWorker || sessionStorage.getItem(triedKey) !== null) return false;
    sessionStorage.setItem(triedKey, '1');
    await navigator.serviceWorker.register(script);
    await navigator.serviceWorker.ready;
  } catch {
    // No service worker or no storage (private window, policy): the page works with one thread.
    return false;
  }
  location.reload();
  return true;
}
