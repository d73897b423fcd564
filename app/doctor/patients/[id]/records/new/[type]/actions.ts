'use server';
import { createRecord } from '#lib/operations/records/create';
import { paths } from '#lib/platform/paths';
import { type FormState, submit } from '#lib/transport/action';

export async function addRecord(
  patientId: string,
  type: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submit(createRecord, form, ({ id }) => paths.doctor.recordDone(patientId, id, 'written'), {
    patient_id: patientId,
    record_type: type,
  });
}
