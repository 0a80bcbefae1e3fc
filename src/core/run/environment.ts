import type { LabError } from '../errors.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export type BackendChoice = 'auto' | BackendName;
export const backendChoices: readonly BackendChoice[] = ['auto', 'webgpu', 'wasm', 'cpu'];

/** What computes, opened and made current. One at a time. */
export interface OpenedBackend {
  readonly name: BackendName;
  /** What it runs on, as a user reads it: "google swiftshader", "WebAssembly SIMD". */
  readonly adapter: string;
  readonly threads: number;
  /** Why this one, in whole plain sentences. */
  readonly reason: string;
  /** A graphics adapter that is emulated on the CPU. */
  readonly isSoftware: boolean;
  /** Resolves when the graphics device is gone; never for wasm and cpu. */
  readonly deviceLost: Promise<LabError>;
  /**
   * Waits for submitted work and throws the first fault that the device reported. A faulty shader is silent otherwise: its
   * op returns zeros. Call it before a result is handed out, and now and then in between.
   */
  check(): Promise<void>;
  /** Gives the graphics device back. wasm and cpu stay open for the life of the worker or process. */
  dispose(): void;
}

/** How `auto` finds the fastest backend and how a wrong one is refused. */
export interface OpenOptions {
  /** One step of the work to come, on the backend that is current: run twice, the second run is timed. */
  readonly trial?: () => Promise<void>;
  /** What is wrong with the current backend, a sentence each; empty when it may be used. */
  readonly verify?: (backend: OpenedBackend) => Promise<readonly string[]>;
}
