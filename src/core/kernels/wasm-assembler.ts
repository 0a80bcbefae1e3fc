/**
 * As much of a WebAssembly assembler as the two sparse loops need: expressions are lists of bytes, nested like the program.
 * Opcodes: WebAssembly Core Specification 2.0, section 5 (binary format).
 */
export type Code = readonly number[];

export const i32 = 0x7f;
export const f32 = 0x7d;
export const v128 = 0x7b;

const seq = (...parts: readonly Code[]): Code => parts.flat();
export const block = seq;

export const get = (local: number): Code => [0x20, local];
export const set = (local: number, value: Code): Code => [...value, 0x21, local];
export const int = (value: number): Code => [0x41, ...signed(value)];

export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
export const and = (a: Code, b: Code): Code => [...a, ...b, 0x71];
export const shiftLeft = (a: Code, bits: number): Code => [...a, ...int(bits), 0x74];

export const loadInt = (address: Code, offset = 0): Code => [...address, 0x28, 2, offset];
export const loadFloat = (address: Code): Code => [...address, 0x2a, 2, 0];
export const storeFloat = (address: Code, value: Code): Code => [...address, ...value, 0x38, 2, 0];
export const addFloat = (a: Code, b: Code): Code => [...a, ...b, 0x92];
export const multiplyFloat = (a: Code, b: Code): Code => [...a, ...b, 0x94];
export const zeroFloat: Code = [0x43, 0, 0, 0, 0];

/** Four floats at once; addresses need not be aligned to 16 bytes. */
export const load4 = (address: Code): Code => [...address, 0xfd, 0x00, 2, 0];
export const store4 = (address: Code, value: Code): Code => [...address, ...value, 0xfd, 0x0b, 2, 0];
export const zero4: Code = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
export const splat4 = (value: Code): Code => [...value, 0xfd, 0x13];
export const lane4 = (value: Code, lane: number): Code => [...value, 0xfd, 0x1f, lane];
export const add4 = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe4, 0x01];
export const multiply4 = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe6, 0x01];

/** Repeats the body while a < b, unsigned. */
export function whileBelow(a: Code, b: Code, ...body: readonly Code[]): Code {
  return [0x02, 0x40, 0x03, 0x40, ...a, ...b, 0x4f, 0x0d, 1, ...body.flat(), 0x0c, 0, 0x0b, 0x0b];
}

/** A function without a result. Parameters are i32 and take the first local numbers. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** Types of the further locals, in order. */
  readonly locals: readonly number[];
  readonly body: Code;
}

/** Bytes of a module that imports its memory as `host.memory` and exports the functions by name. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const types = functions.map(({ parameters }) => [0x60, ...list(new Array(parameters).fill([i32])), 0]);
  const exported = functions.map(({ name }, index) => [...text(name), 0x00, index]);
  const bodies = functions.map(({ locals, body }) => {
    const code = [...list(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...text('host'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, index) => [index]))),
    ...section(7, list(exported)),
    ...section(10, list(bodies)),
  ]);
}

function section(id: number, content: Code): Code {
  return [id, ...unsigned(content.length), ...content];
}
function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}
function text(name: string): Code {
  return list(Array.from(name, (letter) => [letter.charCodeAt(0)]));
}

/** LEB128. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
