import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { EnvironmentState, EnvironmentStore } from './environment-store.ts';
import type { ExperimentState, ExperimentStore } from './experiment-store.ts';
import type { PreferencesState, PreferencesStore } from './preferences-store.ts';
import type { RunState, RunStore } from './run-store.ts';
import type { TriesState, TriesStore } from './tries.ts';

/** The stores of one page. The app makes it once and hands it down; a test makes its own. */
export interface Session {
  readonly experiment: ExperimentStore;
  readonly run: RunStore;
  readonly environment: EnvironmentStore;
  readonly preferences: PreferencesStore;
  readonly tries: TriesStore;
}

/** `<SessionContext value={session}>` around the page. */
export const SessionContext = createContext<Session | null>(null);

function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no <SessionContext> around this component.');
  return session;
}

export const useExperiment = <T>(select: (state: ExperimentState) => T): T =>
  useStore(useSession().experiment, select);
export const useRun = <T>(select: (state: RunState) => T): T => useStore(useSession().run, select);
export const useEnvironment = <T>(select: (state: EnvironmentState) => T): T =>
  useStore(useSession().environment, select);
export const usePreferences = <T>(select: (state: PreferencesState) => T): T =>
  useStore(useSession().preferences, select);
export const useTries = <T>(select: (state: TriesState) => T): T => useStore(useSession().tries, select);
