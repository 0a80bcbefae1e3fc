import type { StoreApi } from 'zustand/vanilla';

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

/** `query` is the search part of the URL, also that behind `#`. `storage` may be absent or refuse. */
export declare function createPreferencesStore(query: string, storage?: Storage): PreferencesStore;
