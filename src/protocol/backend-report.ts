/** Which backend a user asks for. `auto` takes the fastest that is right, and never a software GPU adapter. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm' | 'cpu';
export type BackendName = Exclude<BackendChoice, 'auto'>;

/** The backend in use and why, in words for the user. */
export interface BackendReport {
  readonly choice: BackendChoice;
  readonly name: BackendName;
  /** GPU vendor and architecture, or the instruction set: "swiftshader", "SIMD, 4 threads". */
  readonly adapter: string;
  readonly threads: number;
  /** One sentence: why this one. */
  readonly reason: string;
  /** The backends that were looked at and not taken, each with its reason. */
  readonly refused: readonly { readonly name: BackendName; readonly reason: string }[];
  readonly selfTest: SelfTestReport;
  readonly versions: Readonly<Record<string, string>>;
}

/** Outcome of comparing ops and their derivatives with exact values. */
export interface SelfTestReport {
  readonly passed: boolean;
  /** True when an earlier visit of the same adapter and version had run it. */
  readonly cached: boolean;
  readonly seconds: number;
  /** Ops that were wrong, a sentence each. */
  readonly failures: readonly string[];
}
