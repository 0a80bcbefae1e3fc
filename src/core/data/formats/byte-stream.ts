import { badInput } from '../../errors.ts';
import { decodeText, encodeText } from '../text.ts';

/** Collects bytes: single ones, varints (7 bits a byte, low first, top bit = more follow) and texts with their length before them. */
export interface ByteWriter {
  byte(value: number): void;
  varint(value: number): void;
  text(value: string): void;
  bytes(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  const collected: number[] = [];
  const varint = (value: number) => {
    let rest = value;
    for (; rest > 127; rest >>>= 7) collected.push((rest & 127) | 128);
    collected.push(rest);
  };
  return {
    byte: (value) => void collected.push(value),
    varint,
    text(value) {
      const encoded = encodeText(value);
      varint(encoded.length);
      for (const byte of encoded) collected.push(byte);
    },
    bytes: () => Uint8Array.from(collected),
  };
}

/** Reads what a ByteWriter wrote; reading past the end is an error that names the file. */
export interface ByteReader {
  take(count: number): Uint8Array;
  varints(count: number): Int32Array;
  text(): string;
}

export function createByteReader(bytes: Uint8Array, name: string): ByteReader {
  let at = 0;
  const take = (count: number) => {
    if (at + count > bytes.length) throw badInput(name, 'must be whole, its body ends too early');
    at += count;
    return bytes.subarray(at - count, at);
  };
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = take(1)[0] as number;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  return {
    take,
    varints: (count) => Int32Array.from({ length: count }, varint),
    text: () => decodeText(take(varint())),
  };
}
