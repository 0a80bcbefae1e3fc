import { expect, test } from 'vitest';
import { createDataSource } from './data-source.ts';

const sources = { base: 'https://host/folder/index.html', files: { 'a.csv': new Blob(['1,2']) } };

test('bundled data is relative to the page, wherever it is hosted', async () => {
  const asked: string[] = [];
  const source = createDataSource(sources, async (url) => {
    asked.push(url);
    return new Response(new Uint8Array([7]));
  });
  expect(await source.bundled('movielens-small/x.bin')).toEqual(new Uint8Array([7]));
  expect(asked).toEqual(['https://host/folder/data/movielens-small/x.bin']);
});

test.each([
  ['the host answered 404', new Response('', { status: 404 })],
  ['the host answered with a page', new Response('<html>', { headers: { 'content-type': 'text/html' } })],
])('missing data is bad input: %s', async (words, response) => {
  const source = createDataSource(sources, async () => response);
  await expect(source.bundled('x.bin')).rejects.toThrow(words);
});

test('a file that was not given is named together with those that were', async () => {
  const source = createDataSource(sources);
  expect(await source.file('a.csv')).toEqual(new TextEncoder().encode('1,2'));
  await expect(source.file('b.csv')).rejects.toThrow('there are: a.csv, got "b.csv"');
});
