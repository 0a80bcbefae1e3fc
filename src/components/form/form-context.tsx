import { createContext, useContext } from 'react';
import type { ComponentFamily, Schema } from '../../core/params/fields.ts';

/** One algorithm that a component field offers. */
export interface ComponentOption {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly parameters: Schema;
  /** Why it cannot be chosen here, a sentence; absent when it can. */
  readonly unfit?: string | undefined;
}

/** An item that can be named, by its popularity rank. */
export interface RankedItem {
  readonly rank: number;
  readonly title: string;
  /** Its index in the prepared data. */
  readonly item: number;
}

/** What fields need from the form around them. Paths are places in the spec: `attack.params.unrollSteps`. */
export interface FormScope {
  change(path: string, value: unknown): void;
  /** The rule that the value there breaks; undefined when it is fine. */
  problemAt(path: string): string | undefined;
  /** True when a value below that place breaks a rule. */
  hasProblemBelow(path: string): boolean;
  options(family: ComponentFamily, path: string): readonly ComponentOption[];
  /** Items with titles, most popular first; empty while they are not known. */
  readonly items: readonly RankedItem[];
}

const FormScopeContext = createContext<FormScope | null>(null);
export const FormScopeProvider = FormScopeContext.Provider;

export function useFormScope(): FormScope {
  const scope = useContext(FormScopeContext);
  if (!scope) throw new Error('A field stands outside a form.');
  return scope;
}
