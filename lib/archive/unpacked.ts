import { Inflate } from 'fflate';
import type { ZipEntry } from './zip-entries';

/** Deflate packs a thousandfold at most: a step never unpacks to more than some megabytes. */
const stepBytes = 4096;

/** The file's bytes if they are exactly `size`, else null. It stops where there would be more (CWE-409). */
export function unpacked({ packed, isPacked }: ZipEntry, size: number): Uint8Array<ArrayBuffer> | null {
  if (!isPacked) return packed.byteLength === size ? Uint8Array.from(packed) : null;
  try {
    return inflated(packed, size);
  } catch {
    return null; // No deflate at all.
  }
}

function inflated(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.byteLength;
  });
  for (let at = 0; at < packed.byteLength && length <= size; at += stepBytes) {
    inflate.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.byteLength);
  }
  return length === size ? joined(chunks, size) : null;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
