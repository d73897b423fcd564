import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { Sealed } from '#lib/crypto/columns';
import { ringBytes, sealedColumns } from '#lib/crypto/columns';
import { SealBroken, UnknownKeyVersion } from '#lib/crypto/crypto-errors';
import { keyRing } from '#lib/crypto/key-ring';
import { createPatientKey, type PatientKey } from '#lib/crypto/patient-key';
import { open, seal } from '#lib/crypto/seal';
import { newId } from '#lib/platform/ids';
import { loadedRing, withFlippedBit } from './ring-fixture';

const wellFormed = fc.string({ unit: 'binary', maxLength: 400 });
const row = newId('users');
let patientKey: PatientKey;

beforeAll(async () => {
  await loadedRing();
  patientKey = createPatientKey(newId('patient_keys')).key;
});

describe('seal and open', () => {
  it('give back any text to the byte', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(open('users.email', row, seal('users.email', row, text))).toBe(text);
        const content = seal('medical_records.encrypted_content', row, text, patientKey);
        expect(open('medical_records.encrypted_content', row, content, patientKey)).toBe(text);
      }),
    );
  });

  it('write format, ring and version in front, and 32 bytes more than the text', () => {
    const sealed = seal('users.email', row, 'ada@example.org');
    expect([...sealed.subarray(0, 4)]).toEqual([1, ringBytes.pii, 0, 1]);
    expect(sealed.byteLength).toBe(32 + 'ada@example.org'.length);
    expect(seal('reasons.text', row, '', patientKey)[1]).toBe(ringBytes.patient);
  });

  it('write the bytes that an independent reading of the format opens', () => {
    const sealed = Buffer.from(seal('users.email', row, 'ada@example.org'));
    const key = keyRing.current('pii').key;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(4, 16), { authTagLength: 16 });
    const rowBytes = Buffer.from(row.replaceAll('-', ''), 'hex');
    decipher.setAAD(
      Buffer.concat([Buffer.of(1, 2, 0, 1), Buffer.from('users.email'), Buffer.of(0), rowBytes]),
    );
    decipher.setAuthTag(sealed.subarray(16, 32));
    const text = Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()]);
    expect(text.toString('utf8')).toBe('ada@example.org');
  });

  it('never repeat a nonce', () => {
    const nonces = Array.from({ length: 5000 }, () => seal('users.email', row, 'x').subarray(4, 16));
    expect(new Set(nonces.map((nonce) => Buffer.from(nonce).toString('hex'))).size).toBe(5000);
  });

  it('take the row id in upper case for the same row', () => {
    expect(open('users.email', row.toUpperCase(), seal('users.email', row, 'x'))).toBe('x');
  });

  it('refuse text that UTF-8 would change, and a row that is no uuid', () => {
    expect(() => seal('users.email', row, 'a\ud800')).toThrow(TypeError);
    expect(() => seal('users.email', row.slice(1), 'a')).toThrow(TypeError);
    expect(() => seal('users.email', `${row.slice(0, -1)}g`, 'a')).toThrow(TypeError);
  });
});

describe('a sealed value does not open', () => {
  const failsToOpen = (work: () => unknown) => expect(work).toThrow(SealBroken);

  it('with any of its bytes changed', () => {
    const sealed = seal('patients.legal_name', row, 'Elsa Vargas', patientKey);
    for (let index = 0; index < sealed.byteLength; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const flipped = withFlippedBit(sealed, index, bit) as Uint8Array as Sealed<'patients.legal_name'>;
        const work = () => open('patients.legal_name', row, flipped, patientKey);
        if (index === 2 || index === 3) expect(work).toThrow(UnknownKeyVersion);
        else failsToOpen(work);
      }
    }
  });

  it('cut short or longer', () => {
    const sealed = seal('users.email', row, 'ada@example.org');
    for (let length = 0; length < sealed.byteLength; length += 1) {
      failsToOpen(() => open('users.email', row, sealed.subarray(0, length) as typeof sealed));
    }
    failsToOpen(() =>
      open('users.email', row, Buffer.concat([sealed, Buffer.of(0)]) as Uint8Array as typeof sealed),
    );
  });

  it('in another row', () => {
    const sealed = seal('users.email', row, 'ada@example.org');
    failsToOpen(() => open('users.email', newId('users'), sealed));
  });

  it('in another column or table of the same ring', () => {
    const bytes: Uint8Array = seal('user_profiles.first_name', row, 'Ada');
    expect(open('user_profiles.first_name', row, bytes as Sealed<'user_profiles.first_name'>)).toBe('Ada');
    failsToOpen(() => open('user_profiles.last_name', row, bytes as Sealed<'user_profiles.last_name'>));
    failsToOpen(() => open('users.email', row, bytes as Sealed<'users.email'>));
  });

  it('in a column of another ring', () => {
    const secret = seal('factors.secret', row, 'JBSWY3DP');
    failsToOpen(() => open('users.email', row, secret as Uint8Array as Sealed<'users.email'>));
    failsToOpen(() => open('reasons.text', row, secret as Uint8Array as Sealed<'reasons.text'>, patientKey));
  });

  it("with another patient's key", () => {
    const sealed = seal('appointments.notes', row, 'chest pain', patientKey);
    failsToOpen(() => open('appointments.notes', row, sealed, createPatientKey(newId('patient_keys')).key));
  });

  it('and the error says nothing of the content', () => {
    const sealed = seal('users.email', row, 'canary@example.org');
    const failed = () => open('users.email', newId('users'), sealed);
    expect(failed).toThrow(/^A sealed value failed authentication\.$/);
  });
});

describe('the compiler', () => {
  it("refuses a string, plain bytes and another column's ciphertext", () => {
    expectTypeOf<string>().not.toExtend<Sealed<'users.email'>>();
    expectTypeOf<Uint8Array>().not.toExtend<Sealed<'users.email'>>();
    expectTypeOf<Buffer>().not.toExtend<Sealed<'users.email'>>();
    expectTypeOf<Sealed<'pending_signups.email'>>().not.toExtend<Sealed<'users.email'>>();
    expectTypeOf<Sealed<'users.email'>>().toExtend<Uint8Array>();
  });

  it("asks for a patient's key where one seals, and only there", () => {
    type Call<C extends keyof typeof sealedColumns, Key extends unknown[]> = [C, string, string, ...Key];
    expectTypeOf<Parameters<typeof seal<'reasons.text'>>>().toEqualTypeOf<
      Call<'reasons.text', [PatientKey]>
    >();
    expectTypeOf<Parameters<typeof seal<'users.email'>>>().toEqualTypeOf<Call<'users.email', []>>();
    expectTypeOf<Parameters<typeof seal<'users.email' | 'reasons.text'>>[3]>().toEqualTypeOf<never>();
    expectTypeOf<Parameters<typeof open<'users.email'>>[2]>().toEqualTypeOf<Sealed<'users.email'>>();
    expectTypeOf<{ ring: 'patient'; version: number; key: never }>().not.toExtend<PatientKey>();
  });

  it('lets seal no wrapped key and no successor token: those have functions of their own', () => {
    type Sealable = Parameters<typeof seal>[0];
    expectTypeOf<'patient_keys.wrapped_key'>().not.toExtend<Sealable>();
    expectTypeOf<'refresh_tokens.successor'>().not.toExtend<Sealable>();
  });

  it('knows a ring for every column', () => {
    for (const ring of Object.values(sealedColumns)) expect(ringBytes[ring]).toBeTypeOf('number');
  });
});
