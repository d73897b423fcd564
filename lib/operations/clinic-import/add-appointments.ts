import { z } from 'zod';
import { insertNewAppointments } from '#db/queries/appointments';
import { listDoctorsWithoutVisits, listImportCharts, lockImport } from '#db/queries/imports';
import { listDoctors } from '#db/queries/practitioners';
import { defineOperation } from '../define';
import { importedVisit, importedVisitRow } from './imported-visit';
import { wholeClinic } from './only-the-job';

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
    visits: z.array(importedVisit).max(500),
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
    const rows = input.visits.flatMap((visit) => {
      const chart = charts.find(({ patient_id }) => patient_id === visit.patient_id);
      const doctor = doctors.find(({ id }) => id === visit.doctor_id);
      return chart && doctor && open.has(doctor.id) ? importedVisitRow(visit, { chart, doctor, now }) : [];
    });
    return { added: (await insertNewAppointments(tx, rows)).size };
  },
});
