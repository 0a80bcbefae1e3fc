import { createStore, type StoreApi } from 'zustand/vanilla';

export type Theme = 'auto' | 'light' | 'dark';

/** How the page looks to this visitor. Theme and projector are kept in localStorage; hidden controls come from the URL only. */
export interface PreferencesState {
  readonly theme: Theme;
  /** Larger type for a room. */
  readonly projector: boolean;
  /** Names of controls that a lesson hides (`?hide=seed,repeats`). */
  readonly hidden: ReadonlySet<string>;
  setTheme(theme: Theme): void;
  setProjector(projector: boolean): void;
}

export type PreferencesStore = StoreApi<PreferencesState>;

const storageKey = 'recsec-lab-preferences';

/** `query` is the search part of the URL, also that behind `#`. `storage` may be absent or refuse. */
export function createPreferencesStore(query: string, storage?: Storage): PreferencesStore {
  const asked = new URLSearchParams(query);
  const kept = recall(storage);
  return createStore<PreferencesState>()((set, get) => {
    const keep = () => {
      const { theme, projector } = get();
      try {
        storage?.setItem(storageKey, JSON.stringify({ theme, projector }));
      } catch {
        // A browser that keeps nothing: the preference lasts as long as the page.
      }
    };
    return {
      theme: kept.theme,
      projector: asked.has('projector') ? asked.get('projector') !== '0' : kept.projector,
      hidden: new Set((asked.get('hide') ?? '').split(',').filter((name) => name !== '')),
      setTheme: (theme) => {
        set({ theme });
        keep();
      },
      setProjector: (projector) => {
        set({ projector });
        keep();
      },
    };
  });
}

function recall(storage: Storage | undefined): { readonly theme: Theme; readonly projector: boolean } {
  let kept: Partial<PreferencesState> = {};
  try {
    kept = (JSON.parse(storage?.getItem(storageKey) ?? '{}') ?? {}) as Partial<PreferencesState>;
  } catch {
    // Unreadable: as on a first visit.
  }
  const { theme } = kept;
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    projector: kept.projector === true,
  };
}
