/**
 * Seeded randomness by named streams. A stream depends only on the seed and the path of names that led to it, never on
 * how much another stream was used: adding a stream shifts no other. The generator is sfc32 (C. Doty-Humphrey, PractRand),
 * seeded from the path by the 32-bit FNV-1a hash and a finalizer. Values are the same on every backend and in every browser.
 */
export interface Rng {
  /** An independent stream, named. Numbers (an epoch, a repeat) are names too. */
  stream(name: string | number): Rng;
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Integer in [0, bound), without modulo bias. */
  integer(bound: number): number;
  /** Standard normal, polar method. */
  normal(): number;
  /** `count` draws of mean 0 and the given standard deviation. */
  normals(count: number, deviation?: number): Float32Array;
  /** Fisher-Yates shuffle in place; returns the same array. */
  shuffle<A extends { readonly length: number; [index: number]: number }>(array: A): A;
  /** `count` distinct integers of [0, bound), in random order. */
  sample(bound: number, count: number): Int32Array;
  /** The path of this stream, for caches and messages. */
  readonly key: string;
}

export function createRng(seed: number | string): Rng {
  return streamOf(`seed=${seed}`);
}

function streamOf(key: string): Rng {
  const next = sfc32(key);
  let spare: number | undefined;

  const uniform = () => next() / 4294967296;
  const integer = (bound: number) => {
    const limit = 4294967296 - (4294967296 % bound);
    let value = next();
    while (value >= limit) value = next();
    return value % bound;
  };
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = y * factor;
      return x * factor;
    }
  };
  const shuffle: Rng['shuffle'] = (array) => {
    const list = array as { [index: number]: number; readonly length: number };
    for (let at = list.length - 1; at > 0; at--) {
      const other = integer(at + 1);
      const held = list[at] as number;
      list[at] = list[other] as number;
      list[other] = held;
    }
    return array;
  };
  const sample = (bound: number, count: number) => {
    if (count > bound) throw new RangeError(`sample: cannot draw ${count} distinct integers below ${bound}`);
    const taken = new Map<number, number>();
    const drawn = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const pick = at + integer(bound - at);
      drawn[at] = taken.get(pick) ?? pick;
      taken.set(pick, taken.get(at) ?? at);
    }
    return drawn;
  };
  const normals = (count: number, deviation = 1) => {
    const values = new Float32Array(count);
    for (let at = 0; at < count; at++) values[at] = normal() * deviation;
    return values;
  };
  return {
    key,
    stream: (name) => streamOf(`${key}/${name}`),
    uniform,
    integer,
    normal,
    normals,
    shuffle,
    sample,
  };
}

function sfc32(key: string): () => number {
  let a = hash(key, 0x811c9dc5);
  let b = hash(key, 0x01000193);
  let c = hash(key, 0x9e3779b9);
  let counter = 1;
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let warmup = 0; warmup < 15; warmup++) next();
  return next;
}

/** FNV-1a with a murmur finalizer; `basis` gives independent words from one text. */
function hash(text: string, basis: number): number {
  let h = basis | 0;
  for (let at = 0; at < text.length; at++) {
    h ^= text.charCodeAt(at);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
