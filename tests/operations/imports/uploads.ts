import { resourceValidator } from '#lib/fhir/validate';
import { carryOutImport } from '#lib/jobs/handlers/carry-out-imports';
import { createImport } from '#lib/operations/imports/create';
import { getImport } from '#lib/operations/imports/get';
import { readFhirDefinitions } from '#lib/platform/fhir-definitions';
import type { Id } from '#lib/platform/ids';
import type { DoctorPerson, PatientPerson } from '../../factories/care';
import { asRole } from '../../harness/as-role';
import type { TestClinic } from '../../harness/clinic';
import { content } from './bundles';

const validate = resourceValidator(readFhirDefinitions);

/** A doctor's upload into a chart, carried out. */
export async function upload(
  { clock }: TestClinic,
  doctor: DoctorPerson,
  patient: Pick<PatientPerson, 'id'>,
  text: string,
) {
  const { id } = await doctor.call(createImport, { content: content(text), patient_id: patient.id });
  await carryOutImport(id as Id<'imports'>, clock, validate);
  return doctor.call(getImport, { id });
}

/** What the database holds of a chart's records, the first that came first. */
export const rowsOf = (clinic: TestClinic, { id }: Pick<PatientPerson, 'id'>) =>
  asRole(
    clinic.database.superuserUrl,
    (sql) => sql`
      select id, resource_type, record_type, version, sensitivity, release, review, status
        from medical_records where patient_id = ${id} order by id`,
  );

/** Resources by themselves, one a line: each is taken or not. */
export const lines = (...resources: readonly object[]): string =>
  resources.map((each) => JSON.stringify(each)).join('\n');
