const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PLACE = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** Bytes as base64url without padding (RFC 4648, section 5). The core has no `btoa`. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const word = (a << 16) | (b << 8) | c;
    const letters = Math.min(4, bytes.length - at + 1);
    for (let place = 0; place < letters; place++) text += ALPHABET[(word >> (18 - 6 * place)) & 63];
  }
  return text;
}

/** The bytes of a base64url text; undefined when it holds other characters, an impossible length or stray bits at its end. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = PLACE.get(letter);
    if (value === undefined) return undefined;
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (word >> bits) & 255;
  }
  const strayBits = word & ((1 << bits) - 1);
  return bits === 6 || strayBits !== 0 ? undefined : bytes;
}
