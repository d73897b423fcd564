import { z } from 'zod';
import type { Tx } from '#db/client';
import { findOldestClinic } from '#db/queries/fhir-imports';
import { findUserByEmailIndex } from '#db/queries/imports';
import { type DoctorRow, findDoctor, findPractitionerOf } from '#db/queries/practitioners';
import { blindIndex } from '#lib/crypto/blind-index';
import { emailAddress } from '#lib/domain/email';
import { invalidField } from '#lib/errors/operation-error';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleImport, importView } from './import-view';
import { newImport } from './new-import';
import { noPatient, type ReadUpload, readUpload } from './read-upload';
import { exampleUpload, sourceSystem, sourceSystemOf } from './source-system';
import { uploadContent } from './upload-content';

/**
 * The clinic takes over a person's chart: it is made from the upload's own patient, and gone on with where the same source
 * has brought it before. Nobody is shown what it says until a doctor treats them.
 */
export const createClinicImport = defineOperation({
  name: 'imports.create-for-clinic',
  kind: 'command',
  rest: 'POST /admin/imports',
  successStatus: 202,
  summary: 'Import a whole chart',
  permission: 'admin:users',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    content: uploadContent,
    /** Bundles of practitioners, organisations and places that the upload refers to by identifier. */
    directories: z.array(uploadContent).max(20).default([]),
    /** Who is to treat the patient, by the address of their account. */
    doctor_email: emailAddress.optional(),
    source_system: sourceSystem,
  }),
  output: importView,
  errors: [],
  audit: { event: 'START_IMPORT', resource: 'import' },
  example: { input: { content: exampleUpload }, output: exampleImport },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'chart_import', key: caller.user_id ?? caller.session.id }] : [],
  consumes: ['application/fhir+json', 'application/json', 'application/fhir+ndjson'],

  async prepare({ input }): Promise<{ upload: ReadUpload; directories: ReadUpload[] }> {
    const upload = await readUpload(input.content);
    if (!upload.contents.patient) throw noPatient();
    const directories: ReadUpload[] = [];
    for (const each of input.directories) directories.push(await readUpload(each));
    return { upload, directories };
  },
  subject: theClinic,

  async handle({ tx, actor, now, input, prepared: { upload, directories } }) {
    const doctor = input.doctor_email === undefined ? null : await doctorOf(tx, input.doctor_email);
    return newImport(tx, now, {
      upload,
      content: input.content,
      isKnown: (type, token) => directories.some(({ contents }) => contents.hasIdentifier(type, token)),
      seesRestricted: true,
      person: null,
      source_system: sourceSystemOf(upload, input.source_system),
      created_by: actor.kind === 'user' ? actor.user_id : null,
      into_patient_id: null,
      clinic_id: doctor?.clinic_id ?? (await findOldestClinic(tx)),
      doctor_id: doctor?.id ?? null,
    });
  },
});

/** @throws OperationError `validation_failed` where no doctor of the clinic has this address */
async function doctorOf(tx: Tx, email: string): Promise<DoctorRow> {
  const account = await findUserByEmailIndex(tx, blindIndex('email', email));
  const id = account && (await findPractitionerOf(tx, account));
  const doctor = id ? await findDoctor(tx, id) : null;
  if (!doctor) throw invalidField('doctor_email', 'unknown_doctor', 'Not a doctor of the clinic');
  return doctor;
}
