'use server';
import { amendRecord } from '#lib/operations/records/amend';
import { confirmRecord } from '#lib/operations/records/confirm';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** The record of a page, in the version that was read. */
interface ReadRecord {
  readonly patient_id: string;
  readonly id: string;
  readonly version: number;
}

export async function amend(record: ReadRecord, _state: FormState, form: FormData): Promise<FormState> {
  const { patient_id, id, version } = record;
  const done = paths.doctor.recordDone(patient_id, id, 'amended');
  return submit(amendRecord, form, done, { id, expected_version: version });
}

export async function markInError(record: ReadRecord, _state: FormState, form: FormData): Promise<FormState> {
  const { patient_id, id, version } = record;
  const done = paths.doctor.recordDone(patient_id, id, 'marked_in_error');
  return submit(markRecordInError, form, done, { id, expected_version: version });
}

export async function confirmAllergy(
  record: ReadRecord,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const { patient_id, id, version } = record;
  const done = paths.doctor.recordDone(patient_id, id, 'confirmed');
  return submit(confirmRecord, form, done, { id, expected_version: version });
}
