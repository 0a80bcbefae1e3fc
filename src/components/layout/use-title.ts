import { useEffect } from 'react';

/** Names the screen in the window's title. */
export function useTitle(screen: string): void {
  useEffect(() => {
    document.title = `${screen} · RecSec Lab`;
  }, [screen]);
}
