/** Numbers in nested arrays, as JSON holds them; null stands for "undefined" (a mean over nobody). */
export type GoldenValue = number | null | readonly GoldenValue[];

export interface Tolerance {
  readonly absolute: number;
  readonly relative: number;
}

/** One golden fixture: inputs and the numbers that an independent float64 reference made from them. */
export interface GoldenCase {
  readonly kind: string;
  readonly case: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, GoldenValue>>;
  readonly expected: Readonly<Record<string, GoldenValue>>;
  readonly tolerance: Tolerance & { readonly byName: Readonly<Record<string, Tolerance>> };
  readonly provenance: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    goldens: GoldenCase[];
    testedGoldenKinds: string[];
  }
}
