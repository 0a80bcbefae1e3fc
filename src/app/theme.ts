import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent of the page: an indigo that keeps 4.5:1 against white (shade 6), and with white on it in the dark (shade 5). */
const accent: MantineColorsTuple = [
  '#eef0ff',
  '#dce0fd',
  '#bcc3f8',
  '#a3adf8',
  '#7580ee',
  '#5560dd',
  '#3b46c4',
  '#333caa',
  '#2a328d',
  '#1f2569',
];

/** Greys of the dark theme, near black: `dark.7` is the page, `dark.4` a border, `dark.2` dimmed text at 7:1. */
const dark: MantineColorsTuple = [
  '#e6e7ea',
  '#c9ccd1',
  '#a4a8b0',
  '#7d828b',
  '#33363c',
  '#24262b',
  '#15171a',
  '#08090a',
  '#050506',
  '#000000',
];

/** Type scale 14/16/20/28; the projector mode scales `html` (global.css) to 18/22/28/40. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  colors: { accent, dark },
  black: '#16181d',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif',
  fontSizes: {
    xs: 'var(--size-small)',
    sm: 'var(--size-small)',
    md: 'var(--size-body)',
    lg: 'var(--size-large)',
    xl: 'var(--size-title)',
  },
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'var(--size-title)', lineHeight: '1.2' },
      h2: { fontSize: 'var(--size-large)', lineHeight: '1.3' },
      h3: { fontSize: 'var(--size-body)', lineHeight: '1.4' },
      h4: { fontSize: 'var(--size-body)', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Popover: { defaultProps: { shadow: 'md', withArrow: true } },
    InputWrapper: { styles: { description: { fontSize: 'var(--size-small)' } } },
    Select: { defaultProps: { checkIconPosition: 'right' } },
  },
});
