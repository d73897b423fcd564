import { addRecords } from '#lib/operations/clinic-import/add-records';
import type { Id } from '#lib/platform/ids';
import { asRole } from '../harness/as-role';
import type { TestClinic } from '../harness/clinic';
import { visitor } from './visitor';

interface Lab {
  readonly code?: string;
  readonly name?: string;
  readonly value?: number | string;
  readonly comparator?: string;
  readonly unit?: string;
  readonly flag?: string;
  /** How many days ago. */
  readonly days?: number;
  readonly security?: string;
  readonly status?: string;
}

const loinc = (code: string, display: string) => ({
  coding: [{ system: 'http://loinc.org', code, display }],
  text: display,
});
const flagged = (code: string) => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }] },
];

/** A laboratory's result as FHIR: potassium of today where nothing else is said. */
export function labText({ clock }: Pick<TestClinic, 'clock'>, lab: Lab = {}): string {
  const { code = '2823-3', name = 'Potassium', value = 4.4, unit = 'mmol/L', days = 0 } = lab;
  const quantity = { value, unit, system: 'http://unitsofmeasure.org', code: unit };
  return JSON.stringify({
    resourceType: 'Observation',
    status: lab.status ?? 'final',
    ...(lab.security && { meta: { security: [{ code: lab.security }] } }),
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' },
        ],
      },
    ],
    code: loinc(code, name),
    effectiveDateTime: clock
      .now()
      .subtract({ hours: 24 * days })
      .toString(),
    ...(typeof value === 'number'
      ? { valueQuantity: { ...quantity, ...(lab.comparator && { comparator: lab.comparator }) } }
      : { valueString: value }),
    ...(lab.flag && { interpretation: flagged(lab.flag) }),
  });
}

let sources = 0;

/** Received from a laboratory, in the order given. */
export async function receive(
  clinic: TestClinic,
  patient: { readonly id: Id<'patients'> },
  ...texts: readonly string[]
): Promise<string[]> {
  const records = texts.map((text) => {
    sources += 1;
    return { source_id: `lab-${sources}`, text };
  });
  const importer = visitor(clinic.clock, { kind: 'system', job: 'import' });
  await importer.call(addRecords, { patient_id: patient.id, source_system: 'laboratory', records });
  return asRole(clinic.database.superuserUrl, async (sql) => {
    const rows = await sql<{ id: string }[]>`
      select id from medical_records where patient_id = ${patient.id} order by id desc limit ${texts.length}`;
    return rows.map(({ id }) => id).reverse();
  });
}

/** What the database holds of a result. */
export async function stateOf(clinic: TestClinic, id: string | undefined) {
  return asRole(clinic.database.superuserUrl, async (sql) => {
    const [row] = await sql<{ release: string; review: string; result_category: string | null }[]>`
      select release, review, result_category from medical_records where id = ${String(id)}`;
    return row;
  });
}
