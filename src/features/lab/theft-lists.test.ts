import { expect, test } from 'vitest';
import type { ListsView } from '../../core/contracts.ts';
import { theftLists } from './theft-lists.ts';

const lists = (phase: string): ListsView => ({
  view: 'lists',
  phase,
  users: [0],
  items: new Int32Array([1]),
  scores: new Float32Array([1]),
  k: 1,
});
const views = Object.fromEntries(
  ['clean', 'surrogate', 'cleanDefended', 'surrogate, defended victim'].map((phase) => [
    `lists:${phase}`,
    lists(phase),
  ]),
);

test('victim and copy stand beside each other, and behind a defense the defended victim and its copy', () => {
  const phases = (isDefended: boolean) =>
    theftLists(views, isDefended).map(({ view, compared }) => [view?.phase, compared?.phase]);
  const open = [
    ['clean', undefined],
    ['surrogate', 'clean'],
  ];
  expect(phases(false)).toEqual(open);
  expect(phases(true)).toEqual([
    ...open,
    ['cleanDefended', 'clean'],
    ['surrogate, defended victim', 'cleanDefended'],
  ]);
});

test('a list that is still to come has its place', () => {
  const { 'lists:clean': victim } = views;
  const known = theftLists({ 'lists:clean': victim as ListsView }, true);
  expect(known.map(({ label, view }) => [label, view !== undefined])).toEqual([
    ['The victim', true],
    ['Its copy', false],
    ['The defended victim', false],
    ['Copy of the defended victim', false],
  ]);
});
