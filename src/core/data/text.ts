import { badInput } from '../errors.ts';

/**
 * Text decoding. The core is compiled without the DOM library, and ECMAScript itself has no decoder; every host of the
 * lab (window, worker, Node) has this one, so it is declared here and used nowhere else.
 */
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** The two encodings in which datasets are published. Both agree with ASCII byte by byte, so tables are split as bytes. */
export type TextEncoding = 'utf-8' | 'windows-1252';

/**
 * Tells the encoding of a text file: UTF-8 where the bytes are valid UTF-8, else windows-1252 (a superset of latin-1).
 * A file with a zero byte is no text in either, and is refused; `name` is the place the error names.
 */
export function detectEncoding(bytes: Uint8Array, name: string): TextEncoding {
  const rule = 'must be text in UTF-8 or windows-1252';
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw badInput(name, `${rule}; it starts with the mark of UTF-16: save it as UTF-8`);
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    throw badInput(name, `${rule}; it is a zip archive: unpack it first`);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw badInput(name, `${rule}; its encoding is unknown (zero byte at offset ${zero})`);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Decodes a slice of a file; bytes that the encoding does not know become U+FFFD. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding = 'utf-8'): string {
  return new TextDecoder(encoding, { fatal: false }).decode(bytes);
}

/** UTF-8 bytes of a text. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
