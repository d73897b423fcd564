import { beforeAll, describe, expect, it } from 'vitest';
import { createPatientKey, type PatientKey } from '#lib/crypto/patient-key';
import { openFile, sealFile } from '#lib/crypto/sealed-file';
import { newId } from '#lib/platform/ids';
import { loadKeyRing } from '../../harness/key-ring';
import { testClock } from '../../harness/test-clock';

let key: PatientKey;
beforeAll(async () => {
  await loadKeyRing(testClock());
  ({ key } = createPatientKey(newId('patient_keys')));
});

const id = newId('blobs');
const step = 256 * 1024;
const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 31) % 251));

describe('a sealed file', () => {
  it.each([1, step - 1, step, step + 1, 3 * step + 5])('of %d bytes opens again', (length) => {
    const bytes = bytesOf(length);
    const chunks = sealFile(id, bytes, key);
    expect(chunks).toHaveLength(Math.ceil(length / step));
    expect(openFile(id, Buffer.concat(chunks), length, key)).toEqual(bytes);
  });

  const bytes = bytesOf(3 * step);
  const broken = (change: (chunks: Buffer[]) => Buffer[], other = id) => {
    const chunks = change(sealFile(id, bytes, key).map((each) => Buffer.from(each)));
    return () => openFile(other, Buffer.concat(chunks), bytes.byteLength, key);
  };

  it('shows a flipped bit anywhere', () => {
    for (const place of [0, 3, 5, 20, 40, step, step + 31]) {
      for (const part of [0, 1, 2]) {
        const flip = (chunks: Buffer[]) =>
          chunks.map((chunk, index) => (index === part ? flipped(chunk, place) : chunk));
        expect(broken(flip)).toThrow();
      }
    }
  });

  it('has no chunk that may be moved, repeated, left out or brought from another file', () => {
    const [a, b, c] = [0, 1, 2] as const;
    const order =
      (...parts: number[]) =>
      (chunks: Buffer[]) =>
        parts.map((part) => chunks[part] as Buffer);
    expect(broken(order(a, b, c))).not.toThrow();
    for (const parts of [[b, a, c], [a, b], [a, a, c], [b, c], [a, b, c, c], []]) {
      expect(broken(order(...parts))).toThrow('failed authentication');
    }
    expect(broken(order(a, b, c), newId('blobs'))).toThrow('failed authentication');
    const other = createPatientKey(newId('patient_keys')).key;
    const chunks = Buffer.concat(sealFile(id, bytes, key));
    expect(() => openFile(id, chunks, bytes.byteLength, other)).toThrow('failed authentication');
  });
});

function flipped(chunk: Buffer, place: number): Buffer {
  chunk.writeUInt8(chunk.readUInt8(place) ^ 1, place);
  return chunk;
}
