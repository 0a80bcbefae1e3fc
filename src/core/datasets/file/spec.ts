import type { DatasetSpec } from '../../contracts.ts';
import { choice, text, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'file',
  name: 'Your own file',
  summary: 'A table of who interacted with what, one interaction per line, plain or gzipped.',
  family: 'dataset',
  origin: 'file',
  provides: ['times', 'ratings', 'titles', 'genres'],
  licence: 'Yours: the file does not leave this machine.',
  parameters: {
    path: text({ label: 'File', help: 'Name of the file with the interactions.', default: '' }),
    format: choice({
      label: 'Format',
      help: 'Separator and header; auto looks at the first lines.',
      default: 'auto',
      options: {
        auto: 'found by itself',
        'ratings-csv': 'ratings.csv: comma, header',
        'u-data': 'u.data: TAB, no header',
        'ratings-dat': 'ratings.dat: "::", no header',
        'uid-sid': 'uid,sid pairs: comma, header',
        'tab-header': 'TAB with header (.dat, .tsv, .inter)',
      },
    }),
    columns: text({
      label: 'Columns',
      help: 'Which column is what, as in "user=userId, item=movieId, rating=rating, time=timestamp": header names, or numbers from 1. Empty: found by itself.',
      default: '',
    }),
    titlesPath: text({
      label: 'File of titles',
      help: 'Name of a file with item ids and titles (movies.csv, u.item, movies.dat). Empty: none.',
      default: '',
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: [],
} as const satisfies DatasetSpec;

export type FileParameters = ParametersOf<typeof spec.parameters>;
