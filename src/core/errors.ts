/** What went wrong, in words a program can branch on. Codes cross the worker boundary unchanged. */
export type ErrorCode =
  | 'bad-input'
  | 'incompatible'
  | 'not-finite'
  | 'out-of-memory'
  | 'backend'
  | 'device-lost'
  | 'cancelled'
  | 'internal';

/** An error that the lab raises on purpose. `path` names the place in the user's input, as in `attack.params.unrollSteps`. */
export class LabError extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;

  constructor(code: ErrorCode, message: string, path?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LabError';
    this.code = code;
    this.path = path;
  }
}

/** Bad input names place, rule and value: `attack.params.unrollSteps: must be at most 100, got 500`. */
export function badInput(path: string, rule: string, value?: unknown): LabError {
  const got = value === undefined ? '' : `, got ${shown(value)}`;
  return new LabError('bad-input', `${path}: ${rule}${got}`, path);
}

/** Two choices that do not fit together; `reasons` are whole sentences. */
export function incompatible(reasons: readonly string[], path?: string): LabError {
  return new LabError('incompatible', reasons.join(' '), path);
}

/** A loss or gradient left the finite numbers; `hint` says what to change. */
export function notFinite(what: string, hint: string): LabError {
  return new LabError('not-finite', `${what} is not finite. ${hint}`);
}

export function cancelled(): LabError {
  return new LabError('cancelled', 'Cancelled.');
}

export function isLabError(error: unknown, code?: ErrorCode): error is LabError {
  return error instanceof LabError && (code === undefined || error.code === code);
}

/** A value as an error message shows it: JSON, cut at 60 characters. */
export function shown(value: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = String(value);
  }
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
