import { describe, expect, it } from 'vitest';
import { encodeText } from '../text.ts';
import { alignedTitles, readTitles } from './titles.ts';

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('readTitles', () => {
  it('reads movies.csv', () => {
    const text =
      'movieId,title,genres\n1,Toy Story (1995),Adventure|Animation\n11,"American President, The (1995)",(no genres listed)\n';
    const titles = readTitles(encodeText(text), 'movies.csv');
    expect([...titles]).toEqual([
      ['1', { title: 'Toy Story (1995)', genres: ['Adventure', 'Animation'] }],
      ['11', { title: 'American President, The (1995)', genres: [] }],
    ]);
  });

  it('reads u.item in windows-1252', () => {
    const flags = '0|0|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|1';
    const line = `543|Mis\xe9rables, Les (1995)|01-Jan-1995||http://x/|${flags}\n`;
    expect(readTitles(latin(line), 'u.item').get('543')).toEqual({
      title: 'Misérables, Les (1995)',
      genres: ['Drama', 'Western'],
    });
  });

  it('reads movies.dat in windows-1252', () => {
    const text =
      "1::Toy Story (1995)::Animation|Children's|Comedy\n73::Mis\xe9rables, Les (1995)::Drama|Musical\n";
    const titles = readTitles(latin(text), 'movies.dat');
    expect(titles.get('73')).toEqual({ title: 'Misérables, Les (1995)', genres: ['Drama', 'Musical'] });
    expect(titles.size).toBe(2);
  });

  it('reads TAB tables of names', () => {
    const titles = readTitles(encodeText('id\tname\turl\n1\tMALICE MIZER\thttp://x/\n'), 'artists.dat');
    expect([...titles]).toEqual([['1', { title: 'MALICE MIZER', genres: [] }]]);
  });

  it('names the line without a title', () => {
    expect(() => readTitles(encodeText('movieId,title\n1,a\n2\n'), 'm')).toThrow(
      'm, line 3: must have an id and a title, got "2"',
    );
  });

  it('refuses a file with a header only', () => {
    expect(() => readTitles(encodeText('movieId,title\n'), 'm')).toThrow(
      'm: must hold an id and a title per line',
    );
  });
});

describe('alignedTitles', () => {
  it('shows the id of an item without a title, and counts it', () => {
    const titles = new Map([['b', { title: 'B', genres: ['x'] }]]);
    expect(alignedTitles(['a', 'b'], titles)).toEqual({
      titles: ['a', 'B'],
      genres: [[], ['x']],
      missing: 1,
    });
  });
});
