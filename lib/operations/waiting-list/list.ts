import { z } from 'zod';
import { findChart } from '#db/queries/charts';
import { listWaiting } from '#db/queries/waiting-list';
import { patientId } from '#lib/platform/ids';
import { ownRows, type Subject } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleWait, viewWait, waitView } from './wait-view';

/** What somebody waits for, with what is kept for them; and what has ended in the last two weeks. */
export const listWaits = defineOperation({
  name: 'waiting-list.list',
  kind: 'query',
  rest: 'GET /waiting-list',
  summary: 'What somebody waits for',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({ patient_id: patientId.optional() }),
  output: z.strictObject({ items: z.array(waitView) }),
  errors: ['not_found'],
  audit: {
    event: 'LIST_WAITS',
    resource: 'waiting_list',
    details: ['patient_id'],
  },
  example: { input: {}, output: { items: [exampleWait] } },

  subject: async ({ tx, input }): Promise<Subject | null> => {
    if (!input.patient_id) return ownRows();
    const row = await findChart(tx, input.patient_id);
    return (
      row && {
        type: 'chart',
        patient_id: row.patient_id,
        relation: row.relation,
      }
    );
  },

  async handle({ tx, input }) {
    return {
      items: (await listWaiting(tx, input.patient_id ?? null)).map(viewWait),
    };
  },
});
