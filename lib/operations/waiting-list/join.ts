import type { Tx } from '#db/client';
import { countWaiting, findWaiting, insertWaiting, lockWaitingOf } from '#db/queries/waiting-list';
import { mostWaits } from '#lib/domain/waiting-list';
import { OperationError } from '#lib/errors/operation-error';
import { type Id, newId } from '#lib/platform/ids';
import { sideOf } from '../appointments/appointment-rights';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';
import { exampleWait, viewWait, waitView } from './wait-view';
import { daysWaited, visitToReplace, waitedFor, waitInput } from './wish';

/** Somebody waits for a time to become free, or for an earlier one than they have. */
export const joinWaitingList = defineOperation({
  name: 'waiting-list.join',
  kind: 'command',
  rest: 'POST /waiting-list',
  successStatus: 201,
  summary: 'Wait for a time',
  permission: 'write:appointments',
  stepUp: 'none',
  input: waitInput,
  output: waitView,
  errors: ['not_found', 'conflict', 'already_waiting', 'too_many_waits'],
  constraints: { waiting_list_entries_one: 'already_waiting' },
  audit: {
    event: 'JOIN_WAITING_LIST',
    resource: 'waiting_list',
    details: ['doctor_id', 'service_id', 'mode', 'from', 'until', 'instead_of'],
  },
  example: {
    input: { doctor_id: '01920000-0000-7000-8000-000000000004' },
    output: exampleWait,
  },

  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, now, input, subject, audit }) {
    const chart = theChart(subject);
    // Whoever waits is asked, so staff put nobody on a list.
    if (sideOf(chart.relation) !== 'patient') throw new OperationError('forbidden');
    const visit = await visitToReplace(tx, input, chart.patient_id, now);
    const { zone, ...waited } = await waitedFor(tx, input, visit);
    const dayOf = (at: typeof now) => at.toZonedDateTimeISO(zone).toPlainDate();
    const days = daysWaited(input, dayOf(now), visit && dayOf(visit.scheduled_at));
    await assertFewWaits(tx, chart.patient_id);
    const id = newId('waiting_list_entries');
    audit({ resource_id: id, patient_id: chart.patient_id });
    await insertWaiting(tx, {
      ...{ id, patient_id: chart.patient_id, ...waited, ...days },
      mode: input.mode ?? null,
      day_parts: [...new Set(input.parts ?? [])],
      instead_of: visit?.id ?? null,
      status: 'waiting',
      created_by: actor.user_id,
      created_at: now,
    });
    const row = await findWaiting(tx, id);
    if (!row) throw new Error('A new entry is not visible to who joined.');
    return viewWait(row);
  },
});

async function assertFewWaits(tx: Tx, patientId: Id<'patients'>): Promise<void> {
  await lockWaitingOf(tx, patientId);
  if ((await countWaiting(tx, patientId)) >= mostWaits) throw new OperationError('too_many_waits');
}
