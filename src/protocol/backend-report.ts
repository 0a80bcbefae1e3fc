import type { BackendChoice, BackendName } from '../core/run/environment.ts';

export type { BackendChoice, BackendName };

/** The backend in use and why, in words for the user. */
export interface BackendReport {
  readonly choice: BackendChoice;
  readonly name: BackendName;
  /** What it runs on, as a user reads it: "google swiftshader", "WebAssembly SIMD". */
  readonly adapter: string;
  readonly threads: number;
  /** Whole sentences: why this one, and why not the ones before it. */
  readonly reason: string;
  /** A graphics adapter that is emulated on the CPU. */
  readonly isSoftware: boolean;
  readonly selfTest: SelfTestReport;
  readonly versions: Readonly<Record<string, string>>;
}

/** Outcome of comparing ops and their derivatives with exact values. A backend that fails is refused, so what is in use has passed. */
export interface SelfTestReport {
  /** True when an earlier visit with the same adapter and versions had run it. */
  readonly cached: boolean;
  readonly seconds: number;
}
