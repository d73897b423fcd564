import { type ColumnOf, ringBytes, type Sealed, type SealedColumn } from './columns';
import { SealBroken, UnknownKeyVersion } from './crypto-errors';
import { openBytes, readHeader, sealBytes } from './envelope';
import { keyRing } from './key-ring';
import type { PatientKey } from './patient-key';
import { ringKeyOf, ringOf } from './ring-key-of';

type AccountColumn = ColumnOf<'pii' | 'secrets'>;

/**
 * Seals a text for one cell. A patient's columns take that patient's key; the others use the current version of
 * their ring. Opens again only in the same table, column and row.
 */
export function seal<C extends AccountColumn>(column: C, rowId: string, plaintext: string): Sealed<C>;
export function seal<C extends ColumnOf<'patient'>>(
  column: C,
  rowId: string,
  plaintext: string,
  patientKey: PatientKey,
): Sealed<C>;
export function seal(
  column: SealedColumn,
  rowId: string,
  plaintext: string,
  patientKey?: PatientKey,
): Uint8Array {
  // UTF-8 has no lone surrogates: encoding one would change the text without a word.
  if (/\p{Surrogate}/u.test(plaintext)) throw new TypeError('Only well-formed text can be sealed.');
  return sealBytes({ column, rowId }, Buffer.from(plaintext), patientKey ?? keyRing.current(ringOf(column)));
}

/**
 * @throws SealBroken when the value was altered or moved
 * @throws UnknownKeyVersion when this process has not loaded its key: reload and retry once
 */
export function open<C extends AccountColumn>(column: C, rowId: string, sealed: Sealed<C>): string;
export function open<C extends ColumnOf<'patient'>>(
  column: C,
  rowId: string,
  sealed: Sealed<C>,
  patientKey: PatientKey,
): string;
export function open(
  column: SealedColumn,
  rowId: string,
  sealed: Uint8Array,
  patientKey?: PatientKey,
): string {
  const key = patientKey ? sameVersion(sealed, patientKey) : ringKeyOf(column, sealed);
  return openBytes({ column, rowId }, sealed, key).toString('utf8');
}

function sameVersion(sealed: Uint8Array, patientKey: PatientKey): PatientKey {
  const { ring, version } = readHeader(sealed);
  if (ring !== ringBytes.patient) throw new SealBroken();
  if (version !== patientKey.version) throw new UnknownKeyVersion(`Not version ${version} of a patient key.`);
  return patientKey;
}
