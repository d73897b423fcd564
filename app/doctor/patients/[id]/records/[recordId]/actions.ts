'use server';
import { redirect } from 'next/navigation';
import { amendRecord } from '#lib/operations/records/amend';
import { confirmRecord } from '#lib/operations/records/confirm';
import { markRecordInError } from '#lib/operations/records/mark-in-error';
import { signRecord } from '#lib/operations/records/sign';
import { reviewResult } from '#lib/operations/results/review';
import { paths } from '#lib/platform/paths';
import { attempt, type FormState, submit } from '#lib/transport/action';
import { newerVersion } from './newer-version';

/** The record of a page, in the version that was read. */
interface ReadRecord {
  readonly patient_id: string;
  readonly id: string;
  readonly version: number;
  readonly stage: string;
}

export async function amend(record: ReadRecord, _state: FormState, form: FormData): Promise<FormState> {
  const { patient_id, id, stage } = record;
  const done = paths.doctor.recordDone(patient_id, id, stage === 'draft' ? 'draft' : 'amended');
  const state = await submit(amendRecord, form, done, {
    id,
    // Of somebody who has been shown another's version, that one.
    expected_version: Number(form.get('expected_version') ?? record.version),
    restricted: form.get('restricted') === 'true',
  });
  return state.errors?.some(({ code }) => code === 'stale_version') ? newerVersion(id, state) : state;
}

export async function sign(record: ReadRecord, _state: FormState, form: FormData): Promise<FormState> {
  const { patient_id, id, version } = record;
  const done = paths.doctor.recordDone(patient_id, id, 'signed');
  return submit(signRecord, form, done, { id, expected_version: version });
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

/** On to the queue, whose first entry is the next; where a colleague was faster, to what they said. */
export async function review(record: ReadRecord, _state: FormState, form: FormData): Promise<FormState> {
  const { patient_id, id, version } = record;
  const outcome = await attempt(reviewResult, form, { id, expected_version: version });
  if ('output' in outcome) return redirect(paths.doctor.resultsDone('reviewed'));
  const wasFaster = outcome.state.errors?.some(({ code }) => code === 'conflict');
  return wasFaster ? redirect(paths.doctor.recordDone(patient_id, id, 'reviewed_before')) : outcome.state;
}
