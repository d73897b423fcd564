import { type ColumnOf, ringBytes, type Sealed } from './columns';
import { SealBroken, UnknownKeyVersion } from './crypto-errors';
import { type EnvelopeKey, openBytes, readHeader, sealBytes } from './envelope';
import { keyRing } from './key-ring';
import type { PatientKey } from './patient-key';
import { ringKeyOf, ringOf } from './ring-key-of';

type PatientColumn = ColumnOf<'patient'>;
type AccountColumn = ColumnOf<'pii' | 'secrets'>;

/** A patient's columns ask for that patient's key, the others for none; a mixture of both cannot be called. */
type KeyFor<C> = [C] extends [PatientColumn]
  ? [patientKey: PatientKey]
  : [C] extends [AccountColumn]
    ? []
    : [never];

/**
 * Seals a text for one cell. A patient's columns take that patient's key; the others use the current version of
 * their ring. Opens again only in the same table, column and row.
 */
export function seal<C extends PatientColumn | AccountColumn>(
  column: C,
  rowId: string,
  plaintext: string,
  ...[patientKey]: KeyFor<C>
): Sealed<C> {
  // UTF-8 has no lone surrogates: encoding one would change the text without a word.
  if (/\p{Surrogate}/u.test(plaintext)) throw new TypeError('Only well-formed text can be sealed.');
  const key: EnvelopeKey = patientKey ?? keyRing.current(ringOf(column));
  return sealBytes({ column, rowId }, Buffer.from(plaintext), key) as Uint8Array as Sealed<C>;
}

/**
 * The text that was sealed for this cell.
 * @throws SealBroken when the value was altered or moved
 * @throws UnknownKeyVersion when this process has not loaded its key: reload and retry once
 */
export function open<C extends PatientColumn | AccountColumn>(
  column: C,
  rowId: string,
  sealed: Sealed<C>,
  ...[patientKey]: KeyFor<C>
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
