import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { Id } from '#lib/platform/ids';
import type { Sealed } from './columns';
import { openBytes, sealBytes } from './envelope';
import { keyRing } from './key-ring';
import { ringKeyOf } from './ring-key-of';

declare const ofOnePatient: unique symbol;

/** Seals the clinical content and identity of one patient. Deleting its row shreds them. */
export interface PatientKey {
  readonly ring: 'patient';
  readonly version: number;
  readonly key: KeyObject;
  readonly [ofOnePatient]: true;
}

const column = 'patient_keys.wrapped_key';

type Wrapped = Sealed<typeof column>;

/** A new key and what to store in `patient_keys` under `id`, wrapped by the current version of ring `phi`. */
export function createPatientKey(id: Id<'patient_keys'>, version = 1): { key: PatientKey; wrapped: Wrapped } {
  const bytes = randomBytes(32);
  const wrapped = sealBytes({ column, rowId: id }, bytes, keyRing.current('phi')) as Uint8Array as Wrapped;
  return { key: patientKey(bytes, version), wrapped };
}

/** @throws SealBroken, UnknownKeyVersion */
export function unwrapPatientKey(id: Id<'patient_keys'>, wrapped: Wrapped, version = 1): PatientKey {
  return patientKey(openBytes({ column, rowId: id }, wrapped, ringKeyOf(column, wrapped)), version);
}

/** Takes the bytes over and wipes them: the key lives on only as an opaque object, which no log can print. */
function patientKey(bytes: Buffer, version: number): PatientKey {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { ring: 'patient', version, key } as PatientKey;
}
