import type { Role } from '../../core/contracts.ts';
import type { Phase } from '../../core/run/result.ts';

export type Scheme = 'light' | 'dark';
/** Second cue of a point: shape names that plotly and the legend both know. */
export type Shape = 'circle' | 'triangle-up' | 'star' | 'circle-open' | 'diamond-open' | 'square';

/** How a role looks, in every view and table: colour, and a second cue for readers who do not see the colour. */
export interface RoleStyle {
  readonly label: string;
  readonly color: { readonly [S in Scheme]: string };
  readonly shape: Shape;
  /** SVG dash array of lines; undefined = solid. */
  readonly dash?: string;
  /** Outline in the light theme, for colours below 3:1 against white. */
  readonly outline?: string;
}

const both = (color: string) => ({ light: color, dark: color });

/** Colours of Okabe and Ito, safe for colour-blind readers. */
export const roles: { readonly [R in Role]: RoleStyle } = {
  genuine: { label: 'Genuine user', color: both('#56606B'), shape: 'circle' },
  fake: { label: 'Fake user', color: both('#D55E00'), shape: 'triangle-up' },
  target: { label: 'Target item', color: { light: '#000000', dark: '#FFFFFF' }, shape: 'star' },
  captured: { label: 'Captured user', color: both('#E69F00'), shape: 'circle-open', outline: '#7a5400' },
  member: { label: 'Member', color: both('#0072B2'), shape: 'square' },
  'non-member': { label: 'Non-member', color: both('#56B4E9'), shape: 'diamond-open', outline: '#1d6f9e' },
};

/** Phases of an experiment. `baseline` is random filler and `opponent` another attack of equal budget, each with its dash and label. */
export const phases: { readonly [P in Phase]: RoleStyle } = {
  clean: { label: 'Clean', color: both('#7A7A7A'), shape: 'circle' },
  control: { label: 'Control (retrained)', color: both('#7A7A7A'), shape: 'circle', dash: '7 4' },
  attacked: { label: 'Attacked', color: both('#D55E00'), shape: 'triangle-up' },
  attackedSameSeed: {
    label: 'Attacked, same seed',
    color: both('#D55E00'),
    shape: 'triangle-up',
    dash: '2 4',
  },
  baseline: { label: 'Random filler', color: both('#56606B'), shape: 'square', dash: '10 3 2 3' },
  opponent: { label: 'Opponent', color: both('#0072B2'), shape: 'square', dash: '12 4' },
  defended: { label: 'Defended', color: both('#009E73'), shape: 'square' },
  cleanDefended: { label: 'Defended, no attack', color: both('#009E73'), shape: 'square', dash: '7 4' },
  downstream: { label: 'Fake sequences by the copy', color: both('#D55E00'), shape: 'star', dash: '10 4' },
  downstreamBaseline: { label: 'Random sequences', color: both('#56606B'), shape: 'square', dash: '2 4' },
  defendedDownstream: {
    label: 'Fake sequences, defended',
    color: both('#009E73'),
    shape: 'star',
    dash: '10 4',
  },
  defendedDownstreamBaseline: {
    label: 'Random sequences, defended',
    color: both('#009E73'),
    shape: 'circle-open',
    dash: '2 4',
  },
};

/** Surrogate or student models, and numbers that a paper published. */
export const surrogate: RoleStyle = {
  label: 'Surrogate',
  color: both('#CC79A7'),
  shape: 'circle',
  outline: '#8f4a70',
};
export const published: RoleStyle = {
  label: 'Published',
  color: { light: '#16181D', dark: '#F2F3F5' },
  shape: 'diamond-open',
};

/** What GRO adds to a victim's own loss. */
export const swapLoss: RoleStyle = {
  label: 'Swap loss',
  color: both('#0072B2'),
  shape: 'square',
  dash: '2 4',
};

/** What a detector or an attack would reach that knows nothing. */
export const guessing: RoleStyle = {
  label: 'Guessing',
  color: both('#7A7A7A'),
  shape: 'circle',
  dash: '2 4',
};

/** Ink of axes, grid and captions. */
export const ink: { readonly [S in Scheme]: { text: string; dim: string; grid: string; paper: string } } = {
  light: { text: '#16181D', dim: '#565C66', grid: '#E3E6EA', paper: '#FFFFFF' },
  dark: { text: '#E6E7EA', dim: '#A4A8B0', grid: '#2A2D32', paper: '#08090A' },
};

/** Scale of diverging maps: blue, white, red, centred on 0. */
export const diverging: readonly (readonly [number, string])[] = [
  [0, '#2166AC'],
  [0.25, '#92C5DE'],
  [0.5, '#FFFFFF'],
  [0.75, '#F4A582'],
  [1, '#B2182B'],
];
