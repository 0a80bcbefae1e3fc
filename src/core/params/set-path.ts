import { badInput } from '../errors.ts';

/**
 * A copy of `object` with `value` at `path`; `object` is not changed and everything off the path is shared. Steps are separated by
 * dots; a list takes an index, `prepare.0.params.users` or `prepare[0].params.users`, up to one past its end (appends).
 * Objects that are missing on the way are made, because parameters may be left out of a spec; null, text and numbers are no
 * places to set something in.
 */
export function setPath<T>(object: T, path: string, value: unknown): T {
  return setAt(object, stepsOf(path), 0, path, value) as T;
}

function setAt(at: unknown, steps: readonly string[], depth: number, path: string, value: unknown): unknown {
  const step = steps[depth];
  if (step === undefined) return value;
  const place = steps.slice(0, depth).join('.');
  if (Array.isArray(at)) {
    const index = /^\d+$/.test(step) ? Number(step) : -1;
    if (index < 0 || index > at.length) {
      throw badInput(path, `${place} is a list: its places are 0 to ${at.length}`, step);
    }
    const copy: unknown[] = [...at];
    copy[index] = setAt(at[index], steps, depth + 1, path, value);
    return copy;
  }
  if (at !== undefined && (typeof at !== 'object' || at === null)) {
    throw badInput(path, `${place || 'the spec'} holds no object, so nothing can be set in it`, at);
  }
  const record = (at ?? {}) as Readonly<Record<string, unknown>>;
  const inner = Object.hasOwn(record, step) ? record[step] : undefined;
  return { ...record, [step]: setAt(inner, steps, depth + 1, path, value) };
}

/** `a.b[0].c` as its steps. */
function stepsOf(path: string): string[] {
  const steps = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  if (steps.some((step) => !/^[\w@=-]+$/.test(step) || step === '__proto__')) {
    throw badInput(
      'path',
      'must be names and indices separated by dots, as in prepare[0].params.users',
      path,
    );
  }
  return steps;
}
