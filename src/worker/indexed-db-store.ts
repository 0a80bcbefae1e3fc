import { createStore, delMany, get, set } from 'idb-keyval';
import type { KeyValueStore } from './stage-cache.ts';

/** One IndexedDB database with one table. */
export function createIndexedDbStore(name: string): KeyValueStore {
  const store = createStore(name, 'values');
  return {
    get: (key) => get(key, store),
    set: (key, value) => set(key, value, store),
    delete: (keys) => delMany([...keys], store),
  };
}
