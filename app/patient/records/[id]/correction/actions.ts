'use server';
import { requestAmendment } from '#lib/operations/amendment-requests/create';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

/** The record of the page, in the version that was read. */
interface ReadRecord {
  readonly id: string;
  readonly version: number;
}

export async function askCorrection(
  { id, version }: ReadRecord,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const more = { record_id: id, record_version: version };
  return submit(requestAmendment, form, paths.patient.requestsDone('asked'), more);
}
