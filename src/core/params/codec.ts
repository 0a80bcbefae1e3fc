import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { badInput } from '../errors.ts';
import { fromBase64Url, toBase64Url } from './base64-url.ts';

/** Version of the text, not of what is in it. */
const VERSION = '1';
/** Largest JSON a text may unpack to: a short text must not be able to fill the memory. */
const MAX_BYTES = 1 << 20;
/** Compressed bytes unpacked at a time: deflate grows at most 1032-fold, so the limit is noticed within 256 KB. */
const SLICE = 256;

/**
 * A JSON-able value as compact text that is safe in a URL: `<version>.<checksum>.<base64url of deflated JSON>`. The checksum finds
 * links that lost or changed a character on their way. Numbers must be finite, because JSON has no others.
 */
export function encodeSpec(value: unknown): string {
  const json = JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === 'number' && !Number.isFinite(inner)) {
      throw badInput(key || 'spec', 'must be a finite number', String(inner));
    }
    return inner;
  });
  if (json === undefined) throw badInput('spec', 'must be a JSON value', String(value));
  const bytes = strToU8(json);
  return `${VERSION}.${checksum(bytes)}.${toBase64Url(deflateSync(bytes, { level: 9 }))}`;
}

/** The value that `encodeSpec` made the text from. It is JSON and no more: what it means is checked by whoever parses it. */
export function decodeSpec(text: string): unknown {
  const [version, sum, payload, ...rest] = text.split('.');
  if (sum === undefined || payload === undefined || rest.length > 0) {
    throw badInput('url', 'must be a spec of the form version.checksum.text', text);
  }
  if (version !== VERSION) throw badInput('url', `must be a spec text of version ${VERSION}`, version);
  const packed = fromBase64Url(payload);
  if (!packed) throw badInput('url', 'must hold only letters, digits, - and _', payload);
  const bytes = inflated(packed);
  if (checksum(bytes) !== sum) throw badInput('url', 'must be whole: the checksum does not fit', text);
  try {
    return JSON.parse(strFromU8(bytes)) as unknown;
  } catch {
    throw badInput('url', 'must hold JSON', strFromU8(bytes));
  }
}

function inflated(packed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && size <= MAX_BYTES; at += SLICE) {
      inflate.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch {
    throw badInput('url', 'must be whole: its compressed text is damaged');
  }
  if (size > MAX_BYTES) throw badInput('url', `must unpack to at most ${MAX_BYTES} bytes`);
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** 32-bit FNV-1a in base 36. */
function checksum(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}
