import { z } from 'zod';
import { markCareUntil } from '#db/queries/care-grants';
import { findChart } from '#db/queries/charts';
import { dateInput } from '#lib/domain/date-input';
import { OperationError } from '#lib/errors/operation-error';
import { careRelationshipId } from '#lib/platform/ids';
import { mayMoveCareEnd } from '#lib/policy/care';
import { defineOperation } from '../define';
import { careSubject } from './care-subject';
import { carerDays, endOfGrant } from './last-day';

/** The patient lets a carer stay longer or less long. What has ended is granted anew, by another invitation. */
export const changeCareEnd = defineOperation({
  name: 'care-relationships.change-end',
  kind: 'command',
  rest: 'PUT /care-relationships/{id}/end',
  successStatus: 204,
  summary: 'Change until when a carer has access',
  permission: 'write:profile',
  stepUp: 'recent',
  input: z.strictObject({
    id: careRelationshipId,
    /** The last day; null or left out: until somebody ends it. */
    until: dateInput.nullable().optional(),
  }),
  output: z.void(),
  errors: ['not_found', 'conflict'],
  audit: { event: 'CHANGE_CARE_END', resource: 'care_relationship', details: ['id', 'until'] },
  example: {
    input: { id: '01920000-0000-7000-8000-000000000050', until: '2026-06-30' },
    output: undefined,
  },
  subject: careSubject,

  async handle({ tx, now, input, subject: { row }, audit }) {
    audit({ patient_id: row.patient_id });
    if (!mayMoveCareEnd(row)) throw new OperationError('forbidden');
    const { zone = 'UTC' } = (await findChart(tx, row.patient_id)) ?? {};
    const until = input.until ? endOfGrant({ day: input.until, zone, now, mostDays: carerDays }) : null;
    if (!(await markCareUntil(tx, input.id, until))) throw new OperationError('conflict');
  },
});
