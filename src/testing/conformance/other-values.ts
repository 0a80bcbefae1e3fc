import { findSpec } from '../../core/find-spec.ts';
import type { Component, Field } from '../../core/params/fields.ts';

/** Values of a field that differ from the current one: every other option of a choice, one other value elsewhere. */
export function otherValues(field: Field, current: unknown): readonly unknown[] {
  switch (field.kind) {
    case 'integer':
      return [(current as number) > field.min ? (current as number) - 1 : (current as number) + 1];
    case 'real':
      return [otherReal(current as number, field.min, field.max)];
    case 'choice':
      return Object.keys(field.options).filter((option) => option !== current);
    case 'flag':
      return [!current];
    case 'text':
      return [`${String(current)}x`];
    case 'list': {
      const [first = field.min, ...rest] = current as number[];
      return [
        [first < field.max ? first + (field.integer ? 1 : (field.max - first) / 2) : field.min, ...rest],
      ];
    }
    case 'items':
      return [{ by: 'popularity-rank', ranks: [3] }];
    case 'component':
      return [otherComponent(current as Component)];
  }
}

/** Far enough away to matter in a short training, and inside the bounds. */
function otherReal(current: number, min: number, max: number): number {
  if (current === 0) return Math.min(max, 0.5);
  const half = current / 2;
  return half >= min ? half : (current + Math.min(max, current + 1)) / 2;
}

/** The same algorithm with its first number changed. */
function otherComponent({ id, params }: Component): Component {
  const { parameters } = findSpec('models', id, 'component');
  const [name, field] = Object.entries(parameters).find(
    ([, { kind }]) => kind === 'integer' || kind === 'real',
  ) as [string, Field];
  return { id, params: { ...params, [name]: otherValues(field, params[name])[0] } };
}
