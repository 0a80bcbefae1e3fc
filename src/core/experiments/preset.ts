import type { Published } from '../run/result.ts';

/** An experiment with its story: what the gallery shows and the command line runs by id. Plain JSON-able data. */
export interface Preset {
  /** `<paper>/<figure>`, and `<paper>/<figure>@paper` for the paper's own settings. */
  readonly id: string;
  readonly title: string;
  /** Two or three plain sentences: what happens and what to look at. */
  readonly story: string;
  readonly paper: string;
  /** A spec as parseExperimentShape takes it. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** What was made smaller than in the paper, a sentence each; empty when nothing was. */
  readonly reduced: readonly string[];
  /** Measured on two cores with wasm, or extrapolated where a note says so; the Lab measures anew on request. */
  readonly estimate: { readonly seconds: number; readonly bytes: number };
  readonly published: readonly Published[];
  readonly notes: readonly string[];
}
