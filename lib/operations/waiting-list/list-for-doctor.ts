import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { listWaitingForMe, type WaitingRow } from '#db/queries/waiting-list';
import { open } from '#lib/crypto/seal';
import { visitModes } from '#lib/domain/availability/calendar';
import { dayParts } from '#lib/domain/availability/day-part';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { exampleWait, stateOf } from './wait-view';

const waiter = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  /** For whoever may see the chart. */
  patient_name: z.string().nullable(),
  /** They wait for the reader alone, or for anybody who is as the reader is. */
  for_me: z.boolean(),
  service_name: z.string().nullable(),
  mode: z.enum(visitModes).nullable(),
  from: z.iso.date(),
  until: z.iso.date(),
  parts: z.array(z.enum(dayParts)),
  /** The visit that an earlier time would replace. */
  visit_at: z.iso.datetime().nullable(),
  state: z.enum(['waiting', 'offered']),
  /** The time that is kept for them, and until when. */
  offered_at: z.iso.datetime().nullable(),
  expires_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  /** Whole days. */
  waited_days: z.int(),
});

/** Who waits for a doctor: whoever waits longest comes first. */
export const listWaitingForDoctor = defineOperation({
  name: 'waiting-list.list-for-doctor',
  kind: 'query',
  rest: 'GET /waiting-list/patients',
  summary: 'Who waits for a time with oneself',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(waiter) }),
  errors: [],
  audit: { event: 'VIEW_WAITING_LIST', resource: 'waiting_list' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: exampleWait.id,
          patient_id: exampleWait.patient_id,
          patient_name: 'Elsa Vargas',
          for_me: true,
          service_name: null,
          mode: null,
          from: '2026-01-05',
          until: '2026-02-05',
          parts: ['morning'],
          visit_at: null,
          state: 'waiting',
          offered_at: null,
          expires_at: null,
          created_at: '2026-01-05T09:00:00Z',
          waited_days: 3,
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx, now }) {
    return {
      items: (await listWaitingForMe(tx)).map((row) => viewWaiter(row, now)),
    };
  },
});

function viewWaiter(row: WaitingRow, now: Temporal.Instant): z.output<typeof waiter> {
  return {
    id: row.id,
    patient_id: row.patient_id,
    patient_name: patientName(row),
    for_me: row.doctor_id !== null,
    service_name: row.service_name,
    mode: row.mode,
    from: row.from_day,
    until: row.until_day,
    parts: row.day_parts,
    visit_at: row.visit_at?.toString() ?? null,
    state: stateOf(row) === 'offered' ? 'offered' : 'waiting',
    offered_at: row.offer_at?.toString() ?? null,
    expires_at: row.offer_expires_at?.toString() ?? null,
    created_at: row.created_at.toString(),
    waited_days: Math.floor(now.since(row.created_at).total('hours') / 24),
  };
}

function patientName({
  patient_id,
  legal_name,
  key_id,
  wrapped_key,
  key_version,
}: WaitingRow): string | null {
  if (!legal_name || !key_id || !wrapped_key || !key_version) return null;
  return open('patients.legal_name', patient_id, legal_name, chartKey({ key_id, wrapped_key, key_version }));
}
