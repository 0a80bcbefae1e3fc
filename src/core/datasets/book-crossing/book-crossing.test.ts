import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../testing/memory-source.ts';
import { createRng } from '../../math/rng.ts';
import { bookCrossing } from './book-crossing.ts';

const books = [
  'Book_ID\tISBN\tBook-Title\tBook-Author\tPublisher',
  '3\t0060973129\tSense &amp\t Sensibility &lt\tsic&gt\t\tJane Austen\tNorton',
  '5\t0393045218\tThe Mummies\tE. J. W. Barber\tNorton &amp\t Company',
].join('\n');
const source = memorySource({
  'book-crossing/book_ratings.dat': 'user\titem\trating\n1\t5\t7.000000\n1\t3\t10.000000\n',
  'book-crossing/book_history.dat': 'user\titem\taccessed\n1\t3\t1\n4\t3\t1\n',
  'book-crossing/items_info.dat.gz': gzipSync(new TextEncoder().encode(books)),
});

describe('book-crossing', () => {
  it('reads ratings, and titles that their entities tore apart', async () => {
    const dataset = await bookCrossing.load({ feedback: 'explicit' }, source, createRng(1));
    expect([...(dataset.interactions.values ?? [])]).toEqual([10, 7]);
    expect(dataset.titles).toEqual(['Sense & Sensibility <sic>', 'The Mummies']);
  });

  it('reads the history without ratings', async () => {
    const { userIds, interactions } = await bookCrossing.load({ feedback: 'implicit' }, source, createRng(1));
    expect(userIds).toEqual(['1', '4']);
    expect(interactions.values).toBeUndefined();
  });
});
