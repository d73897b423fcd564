'use server';
import { amendOwnRecord } from '#lib/operations/records/amend-own';
import { markOwnRecordInError } from '#lib/operations/records/mark-own-in-error';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** What the patient has reported, in the version that was read. */
interface OwnRecord {
  readonly id: string;
  readonly version: number;
}

export async function amendOwn(
  { id, version, kind }: OwnRecord & { readonly kind: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const more = { id, kind, expected_version: version };
  return submit(amendOwnRecord, form, paths.patient.recordDone(id, 'amended'), more);
}

export async function markOwnInError(
  { id, version }: OwnRecord,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const done = paths.patient.recordDone(id, 'marked_in_error');
  return submit(markOwnRecordInError, form, done, { id, expected_version: version });
}
