import { z } from 'zod';
import { listChartsBySource } from '#db/queries/fhir-imports';
import { findPatient } from '#db/queries/patients';
import { OperationError } from '#lib/errors/operation-error';
import { patientId } from '#lib/platform/ids';
import { sourceIndex } from '../clinic-import/source-index';
import { defineOperation } from '../define';
import { chartSubject, type FoundChart } from '../patients/find-chart';
import { exampleImport, importView } from './import-view';
import { newImport } from './new-import';
import { noPatient, type ReadUpload, readUpload } from './read-upload';
import { chartPerson, refuseOtherPerson } from './refuse-other-person';
import { exampleUpload, sourceSystem, sourceSystemOf } from './source-system';
import { uploadContent } from './upload-content';

/** A doctor brings FHIR resources into the chart of somebody they treat: the one they name, or the upload's own patient. */
export const createImport = defineOperation({
  name: 'imports.create',
  kind: 'command',
  rest: 'POST /imports',
  successStatus: 202,
  summary: 'Import FHIR resources into a chart',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({
    content: uploadContent,
    patient_id: patientId.optional(),
    source_system: sourceSystem,
  }),
  output: importView,
  errors: ['not_found'],
  audit: { event: 'START_IMPORT', resource: 'import', details: ['patient_id'] },
  example: {
    input: { content: exampleUpload, patient_id: '01920000-0000-7000-8000-000000000002' },
    output: exampleImport,
  },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'chart_import', key: caller.user_id ?? caller.session.id }] : [],
  consumes: ['application/fhir+json', 'application/json', 'application/fhir+ndjson'],

  async prepare({ input }): Promise<ReadUpload> {
    const upload = await readUpload(input.content);
    if (!input.patient_id && !upload.contents.patient) throw noPatient();
    return upload;
  },

  async subject({ tx, input, prepared }): Promise<FoundChart | null> {
    const id = input.patient_id ?? (await ownChartOf(tx, prepared, input.source_system));
    const found = id ? await chartSubject(tx, id) : null;
    return found?.type === 'chart' ? found : null;
  },

  async handle({ tx, actor, now, input, prepared: upload, subject: chart }) {
    if (!actor.practitioner_id) throw new OperationError('forbidden');
    const row = await findPatient(tx, chart.patient_id);
    if (!row) throw new OperationError('not_found');
    const [person, source_system] = [chartPerson(row), sourceSystemOf(upload, input.source_system)];
    await refuseOtherPerson(tx, person, source_system, upload.contents.patient);
    return newImport(tx, now, {
      upload,
      content: input.content,
      isKnown: () => false,
      seesRestricted: chart.relation !== 'consulting',
      person,
      source_system,
      created_by: actor.user_id,
      into_patient_id: chart.patient_id,
      clinic_id: null,
      doctor_id: null,
    });
  },
});

type Tx = Parameters<typeof chartSubject>[0];

/** The one chart among those they see whose patient, or whose records, came from the same place. */
async function ownChartOf(tx: Tx, upload: ReadUpload, named: string | undefined) {
  const system = sourceSystemOf(upload, named);
  const [only, ...others] = await listChartsBySource(
    tx,
    upload.sourceIds.map((id) => sourceIndex(system, id)),
  );
  return others.length === 0 ? only : undefined;
}
