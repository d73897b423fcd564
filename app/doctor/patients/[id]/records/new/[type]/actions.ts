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
  const done = ({ id, stage }: { id: string; stage: string }) =>
    paths.doctor.recordDone(patientId, id, stage === 'draft' ? 'draft' : 'written');
  return submit(createRecord, form, done, {
    patient_id: patientId,
    record_type: type,
  });
}
