import { z } from 'zod';
import { listComingAbsences } from '#db/queries/absences';
import { defineOperation } from '../define';
import { ownDoctor, requireDoctor } from '../hours/own-doctor';
import { absenceView, exampleAbsence, viewAbsences } from './absence-view';

/** The acting doctor's leave and blocked time that is not over. */
export const listAbsences = defineOperation({
  name: 'absences.list',
  kind: 'query',
  rest: 'GET /absences',
  summary: 'Your leave and blocked time',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(absenceView) }),
  errors: [],
  audit: { event: 'LIST_ABSENCES', resource: 'practitioner' },
  example: { input: {}, output: { items: [exampleAbsence] } },
  subject: ownDoctor,

  async handle({ tx, now, subject }) {
    const rows = await listComingAbsences(tx, requireDoctor(subject).id);
    return { items: await viewAbsences(tx, rows, now) };
  },
});
