import { z } from 'zod';
import { insertNewAppointments } from '#db/queries/appointments';
import {
  type ImportChartRow,
  listDoctorsWithoutVisits,
  listImportCharts,
  lockImport,
} from '#db/queries/imports';
import { listDoctors } from '#db/queries/practitioners';
import { seal } from '#lib/crypto/seal';
import { appointmentStatuses } from '#lib/domain/appointments';
import { momentInput } from '#lib/domain/moment-input';
import { newId, patientId, practitionerId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { wholeClinic } from './only-the-job';

const visit = z.strictObject({
  patient_id: patientId,
  doctor_id: practitionerId,
  scheduled_at: momentInput,
  minutes: z.int().min(5).max(240),
  status: z.enum(appointmentStatuses),
  notes: z.string().nullable(),
});

/** Visits as another system held them. What overlaps a visit that stands is left out, so it can be repeated. */
export const addAppointments = defineOperation({
  name: 'clinic-import.add-appointments',
  kind: 'command',
  rest: 'POST /import/appointments',
  summary: 'Import visits',
  permission: 'write:appointments',
  stepUp: 'none',
  jobs: ['import'],
  input: z.strictObject({
    visits: z.array(visit).max(500),
    /** Leave out doctors who have a visit today. */
    where_today_is_empty: z.boolean().default(false),
  }),
  output: z.strictObject({ added: z.int() }),
  errors: [],
  audit: { event: 'IMPORT_APPOINTMENTS', resource: 'appointment' },
  example: {
    input: {
      visits: [
        {
          patient_id: '01920000-0000-7000-8000-000000000002',
          doctor_id: '01920000-0000-7000-8000-000000000004',
          scheduled_at: '2026-01-05T09:00:00Z',
          minutes: 20,
          status: 'scheduled',
          notes: null,
        },
      ],
    },
    output: { added: 1 },
  },
  subject: wholeClinic,

  async handle({ tx, now, input }) {
    await lockImport(tx);
    const [charts, doctors] = [
      await listImportCharts(tx, [...new Set(input.visits.map(({ patient_id }) => patient_id))]),
      await listDoctors(tx),
    ];
    const doctorIds = doctors.map(({ id }) => id);
    const open = input.where_today_is_empty
      ? await listDoctorsWithoutVisits(tx, doctorIds)
      : new Set(doctorIds);
    const rows = input.visits.flatMap(({ minutes, notes, ...each }) => {
      const chart = charts.find(({ patient_id }) => patient_id === each.patient_id);
      const doctor = doctors.find(({ id }) => id === each.doctor_id);
      if (!chart || !doctor || !open.has(doctor.id)) return [];
      const id = newId('appointments');
      return {
        ...each,
        id,
        clinic_id: doctor.clinic_id,
        zone: doctor.zone,
        ends_at: each.scheduled_at.add({ minutes }),
        version: 1,
        notes: sealedNotes(id, notes, chart),
        created_at: now,
        updated_at: now,
      };
    });
    return { added: (await insertNewAppointments(tx, rows)).size };
  },
});

const sealedNotes = (id: string, notes: string | null, chart: ImportChartRow) =>
  notes === null ? null : seal('appointments.notes', id, notes, chartKey(chart));
