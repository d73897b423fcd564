import { beforeEach, expect, it } from 'vitest';
import { SealBroken, UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { createPatientKey, unwrapPatientKey } from '#lib/crypto/patient-key';
import { open, seal } from '#lib/crypto/seal';
import { newId } from '#lib/platform/ids';
import { loadedRing, withFlippedBit } from './ring-fixture';

const id = newId('patient_keys');
const row = newId('reasons');

beforeEach(loadedRing);

it('seals before it is stored and opens after', () => {
  const { key, wrapped } = createPatientKey(id);
  const sealed = seal('reasons.text', row, 'asked by phone', key);
  expect(open('reasons.text', row, sealed, unwrapPatientKey(id, wrapped))).toBe('asked by phone');
});

it('is 32 bytes that no two patients share', () => {
  const exported = [createPatientKey(id), createPatientKey(id)].map(({ key }) =>
    key.key.export().toString('hex'),
  );
  expect(new Set(exported).size).toBe(2);
  expect(exported[0]).toHaveLength(64);
  expect(exported[0]).not.toMatch(/^0+$/);
});

it('unwraps in its own row only, and with no byte changed', () => {
  const { wrapped } = createPatientKey(id);
  expect(() => unwrapPatientKey(newId('patient_keys'), wrapped)).toThrow(SealBroken);
  for (let index = 0; index < wrapped.byteLength; index += 1) {
    const flipped = withFlippedBit(wrapped, index) as Uint8Array as typeof wrapped;
    expect(() => unwrapPatientKey(id, flipped)).toThrow(
      index === 2 || index === 3 ? UnknownKeyVersion : SealBroken,
    );
  }
});

it('of another version does not open', () => {
  const { key, wrapped } = createPatientKey(id);
  const sealed = seal('reasons.text', row, 'x', key);
  expect(() => open('reasons.text', row, sealed, unwrapPatientKey(id, wrapped, 2))).toThrow(
    UnknownKeyVersion,
  );
});
