import type { Id } from '#lib/platform/ids';
import type { Tx } from '../client';
import type { patients } from '../schema/patients';

/**
 * Looks with the eyes of the doctor who has asked for an import, and then goes on as the job that writes it.
 * @returns null where their account is not open any more
 */
export async function asUploader<T>(tx: Tx, id: Id<'imports'>, look: () => Promise<T>): Promise<T | null> {
  const rows = await tx`
    select set_config('app.user_id', a.user_id::text, true), set_config('app.role', a.role, true),
           set_config('app.patient_id', coalesce(a.patient_id::text, ''), true),
           set_config('app.practitioner_id', coalesce(a.practitioner_id::text, ''), true),
           set_config('app.system_job', '', true)
      from app.import_actor(${id}) a`;
  if (rows.length !== 1) return null;
  const seen = await look();
  await tx`
    select set_config('app.user_id', '', true), set_config('app.role', '', true), set_config('app.patient_id', '', true),
           set_config('app.practitioner_id', '', true), set_config('app.system_job', 'import', true)`;
  return seen;
}

/** Those of these records that the actor could amend at this moment. */
export async function listAmendable(
  tx: Tx,
  ids: readonly Id<'medical_records'>[],
): Promise<Id<'medical_records'>[]> {
  if (ids.length === 0) return [];
  const rows = await tx<{ id: Id<'medical_records'> }[]>`
    select id from medical_records where id = any(${[...ids]}::uuid[]) order by id for update`;
  return rows.map(({ id }) => id);
}

/** What was received of a patient, with what has come to it. */
export async function keepPatientIdentity(
  tx: Tx,
  id: Id<'patients'>,
  identity: NonNullable<(typeof patients.$inferSelect)['identity']>,
): Promise<void> {
  await tx`update patients set identity = ${identity}, updated_at = app.now() where id = ${id}`;
}
