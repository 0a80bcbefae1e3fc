import { badInput } from '../errors.ts';

export interface Assignment {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Reads `path=value` as the command line gives it. The value is JSON when it parses as JSON, else the text as it stands:
 * `seed=3`, `attack=null`, `victim={"id":"wrmf"}`, `attack.id=random-filler`.
 */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf('=');
  if (equals < 1) throw badInput('--set', 'must be path=value, as in attack.params.unrollSteps=5', text);
  return { path: text.slice(0, equals), value: jsonOrText(text.slice(equals + 1)) };
}

export interface GridAxis {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** Reads `path=a,b,c` of a grid: values separated by commas, or a JSON list for values that hold commas. */
export function parseGridAxis(text: string): GridAxis {
  const equals = text.indexOf('=');
  const list = text.slice(equals + 1);
  if (equals < 1 || list === '') {
    throw badInput('--grid', 'must be path=value,value as in attack.params.unrollSteps=5,10', text);
  }
  const whole = jsonOrText(list);
  return { path: text.slice(0, equals), values: Array.isArray(whole) ? whole : split(list, whole) };
}

/** A value that is JSON as a whole (an object with commas in it) is one value. */
function split(list: string, whole: unknown): readonly unknown[] {
  return typeof whole === 'string' ? list.split(',').map(jsonOrText) : [whole];
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
