import { describe, expect, test } from 'vitest';
import { badInput } from '../errors.ts';
import { choice, component, flag, integer, items, list, real, text, type Schema } from './fields.ts';
import { parseComponent, parseParameters, type SchemaLookup } from './parse.ts';

const words = { label: '', help: '' };
const schema = {
  epochs: integer({ ...words, default: 5, min: 1, max: 10 }),
  rate: real({ ...words, default: 0.1, min: 0, max: 1 }),
  start: choice({ ...words, default: 'zero', options: { zero: 'Zero', one: 'One' } }),
  strict: flag({ ...words, default: false }),
  path: text({ ...words, default: '' }),
  layers: list({ ...words, default: [8, 4], min: 1, max: 64, integer: true, maxLength: 3 }),
  targets: items({ ...words, default: { by: 'popularity-rank', ranks: [60] } }),
  inner: component({ ...words, of: 'model', default: { id: 'small', params: {} } }),
} satisfies Schema;
const small = { size: integer({ ...words, default: 2, min: 1, max: 4 }) };
const lookup: SchemaLookup = (family, id, path) => {
  if (family === 'model' && id === 'small') return small;
  throw badInput(path, 'unknown model; there are small', id);
};
const parse = (given: unknown) => parseParameters(schema, given, 'victim.params', lookup);

describe('parameters', () => {
  test('that are left out or undefined take their defaults, also inside a component', () => {
    expect(parse({ epochs: undefined })).toEqual({
      epochs: 5,
      rate: 0.1,
      start: 'zero',
      strict: false,
      path: '',
      layers: [8, 4],
      targets: { by: 'popularity-rank', ranks: [60] },
      inner: { id: 'small', params: { size: 2 } },
    });
  });

  test('that name items name one at least, unless none is a choice too', () => {
    const none = { by: 'popularity-rank', ranks: [] };
    expect(() => parse({ targets: none })).toThrow('victim.params.targets.ranks: must be at least 1 entries');
    const free = { targets: { ...schema.targets, mayBeEmpty: true } } as const;
    expect(parseParameters(free, { targets: none }, 'x', lookup)).toEqual({ targets: none });
  });

  test('of a component that are not read in its place are checked and stand at their defaults', () => {
    const inside = { inner: { ...schema.inner, unread: ['size', 'depth'] } } as const; // small has no depth
    const given = (size: number) => ({ inner: { id: 'small', params: { size } } });
    expect(parseParameters(inside, given(3), 'x', lookup)).toEqual(given(2));
    expect(parse(given(3))).toMatchObject(given(3));
    expect(() => parseParameters(inside, given(9), 'x', lookup)).toThrow(
      'x.inner.params.size: must be at most 4',
    );
  });

  test('that are given and right stay as they are, at their bounds too', () => {
    const given = {
      epochs: 10,
      rate: 0,
      start: 'one',
      strict: true,
      path: 'x.csv',
      layers: [],
      targets: { by: 'stratum', stratum: 'tail', count: 2 },
      inner: { id: 'small', params: { size: 4 } },
    };
    expect(parse(given)).toEqual(given);
    expect(parse(parse(given))).toEqual(given);
  });

  test.each<[string, unknown, string]>([
    ['no object', 3, 'victim.params: must be an object of parameters, got 3'],
    ['null', null, 'victim.params: must be an object of parameters, got null'],
    ['a list', [], 'victim.params: must be an object of parameters, got []'],
    [
      'an unknown key',
      { epoch: 3 },
      'victim.params.epoch: unknown parameter; there are epochs, rate, start,',
    ],
    ['an inherited name', { constructor: 1 }, 'victim.params.constructor: unknown parameter'],
    ['an integer above its bound', { epochs: 11 }, 'victim.params.epochs: must be at most 10, got 11'],
    ['an integer below its bound', { epochs: 0 }, 'victim.params.epochs: must be at least 1, got 0'],
    ['a fraction', { epochs: 2.5 }, 'victim.params.epochs: must be a whole number, got 2.5'],
    ['null for a number', { rate: null }, 'victim.params.rate: must be of type number, got null'],
    ['NaN', { rate: Number.NaN }, 'victim.params.rate: must be of type number, got null'],
    ['infinity', { rate: Number.POSITIVE_INFINITY }, 'victim.params.rate: must be '],
    ['text for a flag', { strict: 'yes' }, 'victim.params.strict: must be of type boolean, got "yes"'],
    ['an unknown option', { start: 'two' }, 'victim.params.start: must be one of zero, one, got "two"'],
    ['an inherited option', { start: 'toString' }, 'victim.params.start: must be one of zero, one'],
    ['a number for text', { path: 1 }, 'victim.params.path: must be of type string, got 1'],
    ['a bad list entry', { layers: [8, 65] }, 'victim.params.layers[1]: must be at most 64, got 65'],
    [
      'a long list',
      { layers: [1, 2, 3, 4] },
      'victim.params.layers: must be at most 3 entries, got [1,2,3,4]',
    ],
    [
      'no target',
      { targets: { by: 'id', ids: [] } },
      'victim.params.targets.ids: must be at least 1 entries, got []',
    ],
    [
      'a rank of 0',
      { targets: { by: 'popularity-rank', ranks: [0] } },
      'victim.params.targets.ranks[0]: must be at least 1, got 0',
    ],
    ['a selection of no kind', { targets: { by: 'name' } }, 'victim.params.targets.by: '],
    [
      'a selection with more',
      { targets: { by: 'id', ids: ['1'], k: 1 } },
      'victim.params.targets: unknown key k',
    ],
    [
      'an unknown component',
      { inner: { id: 'large' } },
      'victim.params.inner.id: unknown model; there are small, got "large"',
    ],
    ['a component as text', { inner: 'small' }, 'victim.params.inner: must be of type object, got "small"'],
    [
      'a bad parameter of a component',
      { inner: { id: 'small', params: { size: 5 } } },
      'victim.params.inner.params.size: must be at most 4, got 5',
    ],
  ])('%s is refused with path, rule and value', (_, given, message) => {
    expect(() => parse(given)).toThrow(message);
    expect(() => parse(given)).toThrow(expect.objectContaining({ code: 'bad-input' }) as Error);
  });

  test('of an algorithm without any are refused, with a rule that says so', () => {
    expect(() => parseParameters({}, { size: 1 }, 'victim.params', lookup)).toThrow(
      'victim.params.size: takes no parameters, got 1',
    );
  });
});

test('a component without params is complete after parsing', () => {
  expect(parseComponent('model', { id: 'small' }, 'surrogate', lookup)).toEqual({
    id: 'small',
    params: { size: 2 },
  });
});
