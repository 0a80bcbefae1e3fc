import { expect, test } from 'vitest';
import { createPreferencesStore } from './preferences-store.ts';

function createStorage(refuses = false): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new DOMException('no room', 'QuotaExceededError');
      kept.set(key, value);
    },
  } as Storage;
}

test('theme and projector are kept from visit to visit', () => {
  const storage = createStorage();
  const first = createPreferencesStore('', storage).getState();
  expect(first).toMatchObject({ theme: 'auto', projector: false });
  first.setTheme('dark');
  first.setProjector(true);
  expect(createPreferencesStore('', storage).getState()).toMatchObject({ theme: 'dark', projector: true });
  expect(createPreferencesStore('?projector=0', storage).getState().projector).toBe(false);
});

test('the URL names hidden controls', () => {
  const { hidden } = createPreferencesStore('?hide=seed,repeats&spec=x').getState();
  expect([...hidden]).toEqual(['seed', 'repeats']);
  expect(createPreferencesStore('').getState().hidden.size).toBe(0);
});

test('storage that refuses or holds nonsense is as on a first visit', () => {
  const refusing = createPreferencesStore('', createStorage(true));
  refusing.getState().setTheme('light');
  expect(refusing.getState().theme).toBe('light');
  const nonsense = createStorage();
  nonsense.setItem('recsec-lab-preferences', '{"theme": "pink"');
  expect(createPreferencesStore('', nonsense).getState().theme).toBe('auto');
});
