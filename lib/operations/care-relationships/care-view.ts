import { z } from 'zod';
import type { CareRow } from '#db/queries/care-grants';
import { open } from '#lib/crypto/seal';
import { instantText } from '#lib/platform/instant-text';
import type { UserActor } from '#lib/policy/actor';
import { mayEndCare, mayMoveCareEnd } from '#lib/policy/care';

const right = z.strictObject({ allowed: z.boolean() });

/** Who may see a chart, why, and until when. */
export const careView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['treating', 'consulting', 'carer']),
  scope: z.enum(['chart', 'restricted', 'appointments', 'chart_and_appointments']),
  /** The doctor, or the carer as the patient calls them; null where that is not the reader's to know. */
  name: z.string().nullable(),
  speciality: z.string().nullable(),
  /** Of a carer. */
  email: z.string().nullable(),
  /** What made it: a booked visit, an assignment by the clinic, a colleague's or the patient's own grant. */
  reason: z.enum(['visit', 'assigned', 'granted', 'invited']),
  visit_at: z.iso.datetime().nullable(),
  granted_by: z.string().nullable(),
  valid_from: z.iso.datetime(),
  /** Null: until somebody ends it. */
  valid_until: z.iso.datetime().nullable(),
  holds: z.boolean(),
  /** Who has ended it before its time; null for its time alone. */
  ended_by: z.enum(['you', 'them', 'clinic']).nullable(),
  can: z.strictObject({ end: right, change_end: right }),
});

export type CareView = z.output<typeof careView>;

const doctorName = (id: CareRow['practitioner_id'], name: CareRow['doctor_name']) =>
  id && name && open('practitioners.display_name', id, name);

const reasons = { treating: 'assigned', consulting: 'granted', carer: 'invited' } as const;

/** `carer` is what the patient calls a carer, and their address. */
export function viewCare(
  row: CareRow,
  actor: UserActor,
  carer: Pick<CareView, 'name' | 'email'> | undefined,
): CareView {
  const { kind, holds, visit_at } = row;
  if (kind === 'break_glass') throw new Error('An emergency is no grant.');
  return {
    id: row.id,
    ...{ kind, scope: row.scope, holds },
    name: carer?.name ?? doctorName(row.practitioner_id, row.doctor_name),
    email: carer?.email ?? null,
    speciality: row.speciality,
    reason: kind === 'treating' && row.source_id ? 'visit' : reasons[kind],
    visit_at: visit_at?.toString() ?? null,
    granted_by: doctorName(row.granter_id, row.granter_name),
    valid_from: instantText(row.valid_from),
    valid_until: row.valid_until && instantText(row.valid_until),
    ended_by: holds ? null : enderOf(row, actor),
    can: {
      end: { allowed: holds && mayEndCare(actor, row) },
      change_end: { allowed: holds && mayMoveCareEnd(row) },
    },
  };
}

function enderOf({ ended_by, user_id, doctor_user_id }: CareRow, actor: UserActor): CareView['ended_by'] {
  if (ended_by === null) return null;
  if (ended_by === actor.user_id) return 'you';
  return ended_by === user_id || ended_by === doctor_user_id ? 'them' : 'clinic';
}

export const exampleCare: CareView = {
  id: '01920000-0000-7000-8000-000000000050',
  kind: 'carer',
  scope: 'chart',
  name: 'My daughter Rosa',
  speciality: null,
  email: 'rosa@example.org',
  reason: 'invited',
  visit_at: null,
  granted_by: null,
  valid_from: '2026-01-05T09:00:00Z',
  valid_until: null,
  holds: true,
  ended_by: null,
  can: { end: { allowed: true }, change_end: { allowed: true } },
};
