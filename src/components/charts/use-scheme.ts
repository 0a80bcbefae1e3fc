import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from './roles.ts';

/** The colour scheme in force, for charts that draw their own colours. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light');
}

/** Size of axis text in pixels: larger in the projector mode, as all text is. */
export function chartFontSize(): number {
  return document.documentElement.hasAttribute('data-projector') ? 20 : 13;
}
