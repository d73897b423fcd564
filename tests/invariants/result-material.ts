import { withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { medicalRecords } from '#db/schema/medical-records';
import { seal } from '#lib/crypto/seal';
import { toResource } from '#lib/fhir/resource';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import type { Release } from '#lib/policy/subject';
import type { ExampleChart } from './example-chart';

interface Place {
  readonly clock: Clock;
  readonly chart: ExampleChart;
}

/** A result in the example chart that waits for a doctor, and for its patient if that is said. */
export async function receivedResult(
  { clock, chart }: Place,
  release: Release = 'released',
): Promise<Id<'medical_records'>> {
  const [id, now] = [newId('medical_records'), clock.now()];
  const content = { text: 'Potassium', value: '4.4', unit: 'mmol/L' };
  const origin = { id, patient_id: chart.patient, practitioner_id: null, recorded_at: now };
  const text = toResource('lab_result', content, origin);
  const row = {
    ...{ id, patient_id: chart.patient, doctor_id: null, version: 1, source_system: 'laboratory' },
    ...{
      resource_type: 'Observation',
      record_type: 'lab_result' as const,
      status: 'final',
      stage: 'final' as const,
    },
    ...{
      sensitivity: 'normal' as const,
      release,
      review: 'pending' as const,
      result_category: 'blood_and_chemistry',
    },
    encrypted_content: seal('medical_records.encrypted_content', id, text, chart.key),
    ...{ effective_at: now, created_at: now, updated_at: now },
  } satisfies typeof medicalRecords.$inferInsert;
  const importer = { kind: 'system', job: 'import', now, requestId: newRequestId() } as const;
  await withActor(importer, async (tx) => void (await insertRow(tx, medicalRecords, row)));
  return id;
}
