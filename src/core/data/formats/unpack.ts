import { gunzipSync } from 'fflate';
import { LabError } from '../../errors.ts';

/** The bytes of a file, unpacked when they are gzip (told by the magic bytes 1f 8b, not by the name). */
export function unpacked(bytes: Uint8Array, name: string): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (cause) {
    throw new LabError('bad-input', `${name}: must be a whole gzip file, it is damaged or cut off`, name, {
      cause,
    });
  }
}
