import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findOnlyClinic } from '#db/queries/clinics';
import { findPractitionerOf, insertPractitioner, markPractitionerPrepared } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import { invalidField } from '#lib/errors/operation-error';
import { type Id, newId } from '#lib/platform/ids';

export interface ToldOfDoctor {
  /** As patients read it. */
  readonly display_name?: string | undefined;
  readonly speciality?: string | undefined;
  readonly clinic_id?: Id<'clinics'> | undefined;
}

export interface DoctorWish {
  readonly clinic_id: Id<'clinics'>;
  readonly display_name: string;
  readonly speciality: string;
}

/** What was told, with the only site there is where none was named. */
export async function doctorWish(tx: Tx, told: ToldOfDoctor): Promise<DoctorWish> {
  const { display_name = '', speciality = '' } = told;
  const clinic_id = told.clinic_id ?? (await findOnlyClinic(tx));
  if (!clinic_id) throw invalidField('clinic_id', 'required', 'Name the site where they work');
  return { clinic_id, display_name, speciality };
}

/**
 * Who this account is to patients once it is a doctor's. Nobody can be booked by it before: the database opens it when
 * the account is a doctor's and open.
 */
export async function preparePractitioner(
  tx: Tx,
  userId: Id<'users'>,
  { clinic_id, display_name: name, speciality }: DoctorWish,
  now: Temporal.Instant,
): Promise<void> {
  const known = await findPractitionerOf(tx, userId);
  const id = known ?? newId('practitioners');
  const row = { id, clinic_id, display_name: seal('practitioners.display_name', id, name), speciality };
  if (known) return markPractitionerPrepared(tx, row);
  await insertPractitioner(tx, { ...row, user_id: userId, created_at: now, closed_at: now });
}
