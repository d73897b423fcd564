import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ImportChartRow } from '#db/queries/imports';
import type { DoctorRow } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import { appointmentStatuses } from '#lib/domain/appointments';
import { freeText } from '#lib/domain/free-text';
import { momentInput } from '#lib/domain/moment-input';
import { newId, patientId, practitionerId } from '#lib/platform/ids';
import { chartKey } from '../patients/chart-key';

/** A visit as another system held it. */
export const importedVisit = z.strictObject({
  patient_id: patientId,
  doctor_id: practitionerId,
  scheduled_at: momentInput,
  minutes: z.int().min(5).max(240),
  status: z.enum(appointmentStatuses),
  notes: freeText(2000).nullable(),
});

interface Place {
  readonly chart: ImportChartRow;
  readonly doctor: DoctorRow;
  readonly now: Temporal.Instant;
}

/** The row of such a visit, at the site of its doctor. */
export function importedVisitRow(
  { minutes, notes, ...visit }: z.output<typeof importedVisit>,
  { chart, doctor, now }: Place,
) {
  const id = newId('appointments');
  return {
    ...visit,
    id,
    clinic_id: doctor.clinic_id,
    zone: doctor.zone,
    ends_at: visit.scheduled_at.add({ minutes }),
    booked_as: 'patient' as const,
    version: 1,
    noted_as: notes === null ? null : ('patient' as const),
    notes: notes === null ? null : seal('appointments.notes', id, notes, chartKey(chart)),
    created_at: now,
    updated_at: now,
  };
}
