import { useSyncExternalStore } from 'react';

/**
 * Routes live behind the `#`, so that the page works from any folder of any host; the query of a route stands behind it
 * too: `#/lab?preset=tang-2020/fig-3`.
 */
const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const fragment = () => location.hash.replace(/^#?\/?/, '');

export const currentPath = (): string => `/${fragment().split('?')[0] ?? ''}`;
export const currentQuery = (): string => fragment().split('?')[1] ?? '';

/** Location hook for the router: path without query, and a way to go elsewhere. */
export function useHashPath(): [string, (to: string, options?: { readonly replace?: boolean }) => void] {
  return [useSyncExternalStore(subscribe, currentPath), navigate];
}

export function useHashQuery(): string {
  return useSyncExternalStore(subscribe, currentQuery);
}

/** Hands `<Link>` the address of a route. */
useHashPath.hrefs = (path: string) => `#${path}`;

function navigate(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const address = `#${to.startsWith('/') ? to : `/${to}`}`;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
