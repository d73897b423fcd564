import { z } from 'zod';
import { insertAssignment, lockImport } from '#db/queries/imports';
import { newId, patientId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { wholeClinic } from './only-the-job';

/** Who treats a patient until somebody ends it. Done last: from here on the chart is seen. */
export const assignDoctors = defineOperation({
  name: 'clinic-import.assign-doctors',
  kind: 'command',
  rest: 'POST /import/assignments',
  summary: 'Import who treats a patient',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({ patient_id: patientId, doctor_ids: z.array(practitionerId).max(20) }),
  output: z.strictObject({ added: z.int() }),
  errors: [],
  audit: { event: 'IMPORT_ASSIGNMENT', resource: 'patient', details: ['doctor_ids'] },
  example: {
    input: {
      patient_id: '01920000-0000-7000-8000-000000000002',
      doctor_ids: ['01920000-0000-7000-8000-000000000004'],
    },
    output: { added: 1 },
  },
  subject: wholeClinic,

  async handle({ tx, input: { patient_id, doctor_ids }, audit }) {
    await lockImport(tx);
    audit({ patient_id, resource_id: patient_id });
    let added = 0;
    for (const practitioner_id of doctor_ids) {
      const id = newId('care_relationships');
      if (await insertAssignment(tx, { id, patient_id, practitioner_id })) added += 1;
    }
    return { added };
  },
});
