import { expect, test } from 'vitest';
import { badInput, isLabError } from '../core/errors.ts';
import { fromWire, toWire } from './wire-error.ts';

test('a LabError keeps code, message, path and stack over the wire', () => {
  const error = badInput('attack.params.unrollSteps', 'must be at most 100', 500);
  const back = fromWire(structuredClone(toWire(error)));
  expect(isLabError(back, 'bad-input')).toBe(true);
  expect(back.message).toBe('attack.params.unrollSteps: must be at most 100, got 500');
  expect(back.path).toBe('attack.params.unrollSteps');
  expect(back.stack).toBe(error.stack);
});

test('an error of no kind we know is internal and keeps its name', () => {
  const back = fromWire(structuredClone(toWire(new TypeError('x is not a function'))));
  expect(back).toMatchObject({
    name: 'TypeError',
    code: 'internal',
    message: 'x is not a function',
    path: undefined,
  });
});

test('a thrown string becomes a message', () => {
  expect(toWire('boom')).toMatchObject({ code: 'internal', message: 'boom', stack: null });
});
