import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from './roles.ts';

/** The colour scheme in force, for charts that draw their own colours. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light');
}
