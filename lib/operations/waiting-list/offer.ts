import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { listReadersOfVisits } from '#db/queries/visit-readers';
import { actForWaiting, findWaiting, lockWaiting, type WaitingRow } from '#db/queries/waiting-list';
import { insertOfferedTime } from '#db/queries/waiting-list-offers';
import { offerToken } from '#lib/auth/offer-link';
import { OperationError } from '#lib/errors/operation-error';
import { tellAccount } from '#lib/notify/tell-account';
import { newId, waitingListEntryId } from '#lib/platform/ids';
import { type ClinicSubject, theClinic } from '#lib/policy/subject';
import { busy } from '../appointments/busy';
import { newVisit } from '../appointments/new-visit';
import { holdTime, type NewVisit } from '../appointments/write-visit';
import { defineOperation } from '../define';
import { chartSubject, theChart } from '../patients/find-chart';
import { type FittingTime, firstFitting } from './fitting-times';
import { exampleWait } from './wait-view';

/**
 * Offers the first time that became free to somebody who waits for it: keeps it for them, and tells them, or does neither.
 * It looks with their eyes, so it finds what they would find and books no more than they may.
 */
export const offerTime = defineOperation({
  name: 'waiting-list.offer',
  kind: 'command',
  rest: 'POST /waiting-list/{id}/offers',
  summary: 'Offer a time that became free',
  permission: 'write:appointments',
  stepUp: 'none',
  jobs: ['waiting-list'],
  input: z.strictObject({ id: waitingListEntryId }),
  /** Whether one was offered; otherwise none is free any more. */
  output: z.strictObject({ offered: z.boolean() }),
  errors: ['not_found', 'conflict', 'slot_taken'],
  constraints: { ...busy, waiting_list_offers_open: 'conflict' },
  audit: { event: 'OFFER_TIME', resource: 'waiting_list' },
  example: { input: { id: exampleWait.id }, output: { offered: true } },

  // Not a chart but the clinic, on whose list no person may act as such: only the job.
  async subject({ tx, input }): Promise<(ClinicSubject & { row: WaitingRow }) | null> {
    const row = await findWaiting(tx, input.id);
    return row?.status === 'waiting' ? { ...theClinic(), row } : null;
  },

  async handle({ tx, actor, now, input, subject: { row }, audit }) {
    if (actor.kind !== 'system') throw new OperationError('forbidden');
    audit({ resource_id: row.id, patient_id: row.patient_id });
    if (!(await actForWaiting(tx, input.id))) return { offered: false };
    const entry = await findWaiting(tx, input.id);
    const time = entry && (await firstFitting(tx, entry, now));
    if (!entry || !time) return { offered: false };
    const { doctor, startsAt } = time;
    audit({
      additional_info: {
        doctor_id: doctor.id,
        scheduled_at: startsAt.toString(),
      },
    });
    await keepFor(tx, entry, time, now);
    return { offered: true };
  },
});

async function keepFor(tx: Tx, entry: WaitingRow, time: FittingTime, now: Temporal.Instant): Promise<void> {
  const visit = await visitOf(tx, entry, time, now);
  const appointment_id = await holdTime(tx, visit, time.until);
  // They may have taken back their wish while the diaries were waited for.
  if (!(await lockWaiting(tx, entry.id))) throw new OperationError('conflict');
  const { starts_at: scheduled_at, ends_at } = visit.time;
  const { id: doctor_id, zone } = time.doctor;
  const offer = {
    ...{
      id: newId('waiting_list_offers'),
      entry_id: entry.id,
      patient_id: entry.patient_id,
      appointment_id,
    },
    ...{
      doctor_id,
      scheduled_at,
      ends_at,
      zone,
      mode: time.mode,
      offered_at: now,
      expires_at: time.until,
    },
  };
  await insertOfferedTime(tx, offer);
  for (const reader of await listReadersOfVisits(tx, entry.patient_id)) {
    const token = await offerToken(tx, { userId: reader.id, offer, now });
    const { mode, until } = time;
    const params = { at: scheduled_at, zone: reader.zone ?? zone, mode, until, token };
    await tellAccount(tx, reader, { template: 'visit_offered', params }, now);
  }
}

async function visitOf(
  tx: Tx,
  entry: WaitingRow,
  { doctor, startsAt, mode }: FittingTime,
  now: Temporal.Instant,
): Promise<NewVisit> {
  const chart = await chartSubject(tx, entry.patient_id);
  if (!chart) throw new OperationError('not_found');
  const { service_id, instead_of } = entry;
  const input = {
    doctor_id: doctor.id,
    scheduled_at: startsAt,
    mode,
    ...(service_id && { service_id }),
  };
  const subject = { ...theChart(chart), doctor };
  return {
    ...(await newVisit(tx, { input, subject, created_by: null, now })),
    instead_of,
  };
}
