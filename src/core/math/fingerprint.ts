/**
 * A 128-bit fingerprint of a text as 32 hex digits: four 32-bit multiplicative hashes with different primes, finalized together.
 * Not cryptographic: it keys caches and tells results apart.
 */
export function fingerprint(text: string): string {
  const primes = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  const words = [0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    for (let word = 0; word < 4; word++) {
      const mixed = Math.imul((words[word] as number) ^ code, primes[word] as number);
      words[word] = mixed ^ (mixed >>> 15);
    }
  }
  return words
    .map((word, at) => finalized(word ^ Math.imul(words[(at + 1) % 4] as number, 0x9e3779b1)))
    .map((word) => (word >>> 0).toString(16).padStart(8, '0'))
    .join('');
}

function finalized(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}

/** A value as JSON with the keys of objects in order, so that equal values have equal fingerprints. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const record = inner as Record<string, unknown>;
    return Object.fromEntries(
      Object.keys(record)
        .sort()
        .map((key) => [key, record[key]]),
    );
  });
}
