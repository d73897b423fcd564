import { z } from 'zod';
import { measureChart } from '#db/queries/chart-size';
import { defineOperation } from '../define';
import { ownChart } from './own-chart';

/** How large one's own record is, told before it is taken along. */
export const measureRecord = defineOperation({
  name: 'users.measure-record',
  kind: 'query',
  rest: 'GET /users/me/record/size',
  summary: 'How large your own record is',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    records: z.int(),
    /** Of their texts, in FHIR. */
    bytes: z.int(),
  }),
  errors: ['not_found'],
  audit: { event: 'SUMMARISE_RECORDS', resource: 'medical_record' },
  example: { input: {}, output: { records: 1, bytes: 420 } },

  subject: ({ tx }) => ownChart(tx),

  async handle({ tx, subject, audit }) {
    audit({ patient_id: subject.patient_id });
    return measureChart(tx, subject.patient_id);
  },
});
