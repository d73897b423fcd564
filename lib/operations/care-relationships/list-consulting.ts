import { z } from 'zod';
import { listCare } from '#db/queries/care-grants';
import { env } from '#lib/platform/env';
import { patientId } from '#lib/platform/ids';
import { decide } from '#lib/policy/decide';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';
import { careView, exampleCare, viewCare } from './care-view';

/** Which colleagues may see a chart for a time: all of them for whoever treats the patient, else the reader's own. */
export const listConsulting = defineOperation({
  name: 'care-relationships.list-consulting',
  kind: 'query',
  rest: 'GET /patients/{patient_id}/consulting',
  summary: 'Colleagues who may see a chart',
  permission: 'write:records',
  stepUp: 'none',
  input: z.strictObject({ patient_id: patientId }),
  output: z.strictObject({
    items: z.array(careView),
    /** How many days a grant may last at most. */
    most_days: z.int(),
    can: z.strictObject({ grant: z.strictObject({ allowed: z.boolean() }) }),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_CONSULTING', resource: 'care_relationship', details: ['patient_id'] },
  example: {
    input: { patient_id: '01920000-0000-7000-8000-000000000002' },
    output: {
      items: [
        {
          ...exampleCare,
          kind: 'consulting',
          name: 'Dr Amara Okafor',
          speciality: 'Cardiology',
          email: null,
          reason: 'granted',
          granted_by: 'Dr Ines Roth',
          valid_until: '2026-01-31T00:00:00Z',
          can: { end: { allowed: true }, change_end: { allowed: false } },
        },
      ],
      most_days: 90,
      can: { grant: { allowed: true } },
    },
  },
  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, subject }) {
    const chart = theChart(subject);
    const rows = await listCare(tx, chart.patient_id, ['consulting']);
    const treats = chart.relation === 'treating' && decide(actor, 'write:records', chart).allowed;
    return {
      items: rows.map((row) => viewCare(row, actor, undefined)),
      most_days: env().care.consultingDays,
      can: { grant: { allowed: treats } },
    };
  },
});
