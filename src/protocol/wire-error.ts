import { type ErrorCode, LabError } from '../core/errors.ts';

/** An error as it crosses between worker and page. */
export interface WireError {
  readonly name: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: string | null;
  readonly stack: string | null;
}

/** Whatever was thrown, as a wire error. What is not a LabError gets the code `internal`. */
export function toWire(thrown: unknown): WireError {
  if (!(thrown instanceof Error)) {
    return { name: 'Error', code: 'internal', message: String(thrown), path: null, stack: null };
  }
  const lab = thrown instanceof LabError ? thrown : undefined;
  return {
    name: thrown.name,
    code: lab?.code ?? 'internal',
    message: thrown.message,
    path: lab?.path ?? null,
    stack: thrown.stack ?? null,
  };
}

/** The LabError on the other side, with the name and the stack of where it was thrown. */
export function fromWire(error: WireError): LabError {
  const lab = new LabError(error.code, error.message, error.path ?? undefined);
  lab.name = error.name;
  if (error.stack !== null) lab.stack = error.stack;
  return lab;
}
