import { badInput } from '../errors.ts';

/** What is wrong with values that are right one by one: the parameter to change, and the rule that it breaks. */
export interface Fault {
  readonly parameter: string;
  readonly rule: string;
}

/** Throws bad input for a fault of the parameters at a place, if there is one. */
export function refuseFault(
  fault: Fault | undefined,
  parameters: Readonly<Record<string, unknown>>,
  path: string,
): void {
  if (fault) throw badInput(`${path}.${fault.parameter}`, fault.rule, parameters[fault.parameter]);
}
