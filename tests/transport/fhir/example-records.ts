import { bookAppointment } from '#lib/operations/appointments/book';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { amendRecord } from '#lib/operations/records/amend';
import type { FhirScene } from './scene';

/** A diagnosis of two versions, two results, a draft and a visit, in the chart of the scene's patient. */
export async function writeExamples(scene: FhirScene) {
  const { clock, doctor, patient } = scene;
  const condition = await scene.write({
    record_type: 'diagnosis',
    content: {
      text: 'Gout',
      code: '90560007',
      code_system: 'http://snomed.info/sct',
      clinical_status: 'active',
    },
    occurred_at: '2026-01-05',
  });
  const glucose = await scene.write({
    record_type: 'lab_result',
    content: {
      text: 'Glucose',
      code: '2345-7',
      code_system: 'http://loinc.org',
      value: '5.50',
      unit: 'mmol/L',
    },
    occurred_at: '2026-03-01',
  });
  const sodium = await scene.write({
    record_type: 'lab_result',
    content: {
      text: 'Sodium',
      code: '2951-2',
      code_system: 'http://loinc.org',
      value: '140',
      unit: 'mmol/L',
    },
    occurred_at: '2026-02',
  });
  const draft = await scene.write({
    record_type: 'diagnosis',
    content: { text: 'Perhaps gout' },
    draft: true,
  });
  clock.advance(1);
  await doctor.call(amendRecord, {
    id: condition,
    content: { text: 'Chronic gout', clinical_status: 'active' },
    reason: 'Seen again',
  });
  const { days } = await patient.call(listSlots, { id: doctor.id, days: 14 });
  const scheduled_at = days.flatMap(({ slots }) => slots).at(-1)?.starts_at ?? '';
  const { id: visit } = await patient.call(bookAppointment, { doctor_id: doctor.id, scheduled_at });
  return { condition, glucose, sodium, draft, visit };
}
