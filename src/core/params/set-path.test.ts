import { describe, expect, test } from 'vitest';
import { parseAssignment, parseGridAxis } from './assignment.ts';
import { setPath } from './set-path.ts';

const spec = {
  seed: 1,
  attack: { id: 'unrolled-injection', params: { unrollSteps: 100, targetItems: [1, 2] } },
  victim: { id: 'wrmf' },
  prepare: [{ id: 'sample-users', params: { users: 10 } }],
  defenses: [],
  split: null,
};

describe('setting a value by path', () => {
  test('changes that place only, and not the given object', () => {
    const before = structuredClone(spec);
    const changed = setPath(spec, 'attack.params.unrollSteps', 5);
    expect(changed.attack.params).toEqual({ unrollSteps: 5, targetItems: [1, 2] });
    expect(spec).toEqual(before);
    expect(changed.prepare).toBe(spec.prepare);
  });

  test('reads list indices with a dot and in brackets', () => {
    expect(setPath(spec, 'prepare.0.params.users', 7).prepare).toEqual([
      { id: 'sample-users', params: { users: 7 } },
    ]);
    expect(setPath(spec, 'prepare[0].params.users', 7)).toEqual(setPath(spec, 'prepare.0.params.users', 7));
  });

  test('sets whole components, appends to a list and makes missing objects', () => {
    expect(setPath(spec, 'attack', null).attack).toBeNull();
    expect(setPath(spec, 'defenses[0]', { id: 'd' }).defenses).toEqual([{ id: 'd' }]);
    expect(setPath(spec, 'victim.params.epochs', 3).victim).toEqual({ id: 'wrmf', params: { epochs: 3 } });
  });

  test.each([
    ['prepare.2.id', 'prepare.2.id: prepare is a list: its places are 0 to 1, got "2"'],
    ['prepare.first', 'prepare is a list'],
    ['seed.value', 'seed holds no object, so nothing can be set in it, got 1'],
    ['split.id', 'split holds no object'],
    ['', 'path: must be names and indices'],
    ['attack..id', 'path: must be names and indices'],
    ['attack.__proto__.polluted', 'path: must be names and indices'],
    ['prepare[x].id', 'path: must be names and indices'],
  ])('refuses %j', (path, message) => {
    expect(() => setPath(spec, path, 1)).toThrow(message);
  });

  test('a name that every object inherits is an ordinary name', () => {
    expect(setPath({ a: {} }, 'a.constructor.x', 1)).toEqual({ a: { constructor: { x: 1 } } });
  });
});

describe('assignments of the command line', () => {
  test.each([
    ['seed=3', 'seed', 3],
    ['attack=null', 'attack', null],
    ['attack.id=random-filler', 'attack.id', 'random-filler'],
    ['victim={"id":"wrmf"}', 'victim', { id: 'wrmf' }],
    ['dataset.params.path=a=b.csv', 'dataset.params.path', 'a=b.csv'],
    ['dataset.params.path=', 'dataset.params.path', ''],
  ])('%s', (text, path, value) => {
    expect(parseAssignment(text)).toEqual({ path, value });
  });

  test.each([
    ['a.b=1,2,3', [1, 2, 3]],
    ['a.b=wrmf,popularity', ['wrmf', 'popularity']],
    ['a.b=[{"id":"x"},{"id":"y"}]', [{ id: 'x' }, { id: 'y' }]],
    ['a.b={"id":"x","params":{}}', [{ id: 'x', params: {} }]],
    ['a.b=5', [5]],
  ])('grid %s', (text, values) => {
    expect(parseGridAxis(text)).toEqual({ path: 'a.b', values });
  });

  test.each(['seed', '=3', ''])('refuses %j', (text) => {
    expect(() => parseAssignment(text)).toThrow('--set: must be path=value');
    expect(() => parseGridAxis(text)).toThrow('--grid: must be path=value,value');
  });
});
