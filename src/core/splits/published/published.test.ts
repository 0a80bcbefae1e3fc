import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { published } from './published.ts';

const { interactions } = datasetOf([
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 2],
]);
const hidden = datasetOf([
  [0, 1],
  [1, 0],
]).interactions;

describe('published', () => {
  it('hides the published pairs and trains on the others', () => {
    const { train, test } = published.split(interactions, {}, createRng(1), hidden);
    expect([0, 1].map((user) => [...itemsOf(test, user)])).toEqual([[1], [0]]);
    expect([0, 1].map((user) => [...itemsOf(train, user)])).toEqual([[0], [2]]);
  });

  it('names what is missing when the dataset brings no test set', () => {
    expect(() => published.split(interactions, {}, createRng(1))).toThrow('brings a test set');
  });

  it('refuses data that lack a published pair', () => {
    const fewer = datasetOf([
      [0, 0],
      [1, 0],
      [1, 2],
    ]).interactions;
    expect(() => published.split(fewer, {}, createRng(1), hidden)).toThrow('all 2 published test pairs');
  });
});
