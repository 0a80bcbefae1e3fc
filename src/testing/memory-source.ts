import type { DataSource } from '../core/contracts.ts';

/** A data source over texts or bytes by path, the same for bundled, raw and the user's own files. */
export function memorySource(files: Readonly<Record<string, string | Uint8Array>>): DataSource {
  const read = (path: string) => {
    const content = files[path];
    if (content === undefined) return Promise.reject(new Error(`memory source: no ${path}`));
    return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  return { bundled: read, raw: read, file: read };
}
