import type { DataSource } from '../core/contracts.ts';
import { badInput, LabError } from '../core/errors.ts';
import type { Sources } from '../protocol/messages.ts';

/** Data in a browser: bundled files from the page's own address, raw and user files from what the user gave. */
export function createDataSource(
  sources: Sources,
  fetchBytes: (url: string) => Promise<Response> = (url) => fetch(url),
): DataSource {
  const given = async (path: string): Promise<Uint8Array> => {
    const file = sources.files[path];
    if (file === undefined) {
      const names = Object.keys(sources.files).join(', ');
      throw badInput('dataset.params.path', `no such file was opened; there are: ${names || 'none'}`, path);
    }
    return file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
  };
  return {
    bundled: async (path) => {
      const url = new URL(`data/${path}`, sources.base).href;
      let response: Response;
      try {
        response = await fetchBytes(url);
      } catch (error) {
        throw new LabError(
          'bad-input',
          `The data file ${url} could not be loaded: ${String(error)}`,
          'dataset',
        );
      }
      // A host that answers every address with its start page has no such file.
      const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
      if (!response.ok || isPage) {
        const what = isPage ? 'the host answered with a page' : `the host answered ${response.status}`;
        throw new LabError('bad-input', `The data file ${url} could not be loaded: ${what}.`, 'dataset');
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    raw: given,
    file: given,
  };
}
