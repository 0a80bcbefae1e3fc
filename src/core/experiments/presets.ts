import { pushAMovie } from './movielens/push-a-movie.ts';
import type { Preset } from './preset.ts';
import { fig3 } from './tang-2020/fig-3.ts';
import { fig4a } from './tang-2020/fig-4a.ts';

/** Every preset, in the order of the gallery. */
export const presets: readonly Preset[] = [pushAMovie, fig3, fig4a];

export function findPreset(id: string): Preset | undefined {
  return presets.find((preset) => preset.id === id);
}
