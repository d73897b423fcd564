import { z } from 'zod';
import { findPatientBySource, lockImport } from '#db/queries/imports';
import { freeText } from '#lib/domain/free-text';
import { clinicId, patientId, userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { addChart } from './add-chart';
import { longestResource } from './longest-resource';
import { wholeClinic } from './only-the-job';
import { sourceIndex } from './source-index';

/** A chart with the key that seals it; with or without an account. Once by where it comes from. */
export const addPatient = defineOperation({
  name: 'clinic-import.add-patient',
  kind: 'command',
  rest: 'POST /import/patients',
  summary: 'Import a patient',
  permission: 'write:records',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    source_system: freeText(100).min(1),
    source_id: freeText(200).min(1),
    clinic_id: clinicId,
    user_id: userId.nullable(),
    legal_name: freeText(300),
    birth_date: freeText(40).nullable(),
    sex: freeText(40).nullable(),
    /** The FHIR Patient as received. */
    identity: freeText(longestResource).nullable(),
  }),
  output: z.strictObject({ id: patientId, added: z.boolean() }),
  errors: [],
  audit: { event: 'IMPORT_PATIENT', resource: 'patient', details: ['source_system', 'clinic_id', 'user_id'] },
  example: {
    input: {
      source_system: 'synthea',
      source_id: 'synthea-2019-elsa-vargas-dbaeb336',
      clinic_id: '01920000-0000-7000-8000-000000000005',
      user_id: null,
      legal_name: 'Elsa Vargas',
      birth_date: '1976-09-11',
      sex: 'female',
      identity: null,
    },
    output: { id: '01920000-0000-7000-8000-000000000002', added: true },
  },
  subject: wholeClinic,

  async handle({ tx, now, input, audit }) {
    await lockImport(tx);
    const source_index = sourceIndex(input.source_system, input.source_id);
    const known = await findPatientBySource(tx, source_index);
    const id = known ?? (await addChart(tx, now, { ...input, source_index }));
    audit({ patient_id: id });
    return { id, added: known === null };
  },
});
