import { z } from 'zod';
import type { ApprovalRow } from '#db/queries/approvals';
import type { Sealed } from '#lib/crypto/columns';
import { open } from '#lib/crypto/seal';
import { approvalStatuses, decisionBar, identityChecks } from '#lib/domain/approvals';
import type { Id } from '#lib/platform/ids';
import { roles } from '#lib/policy/roles';

const party = z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() });

/** Something that two admins have to agree on: who, what, why and until when. */
export const approval = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['recovery', 'grant_role']),
  status: z.enum(approvalStatuses),
  person: party,
  /** What a `grant_role` makes of the account. */
  role: z.enum(roles).nullable(),
  /** What patients will read of a new doctor. */
  doctor: z.strictObject({ display_name: z.string(), speciality: z.string(), site: z.string() }).nullable(),
  identity_check: z.enum(identityChecks).nullable(),
  reason: z.string(),
  requested_by: party,
  decided_by: party.nullable(),
  /** The account's owner has said no. */
  objected: z.boolean(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  decided_at: z.iso.datetime().nullable(),
  /** Until then the owner can object. */
  not_before: z.iso.datetime().nullable(),
  done_at: z.iso.datetime().nullable(),
  /** Why the one who asks may not decide; null where they may. */
  decision_bar: z.enum(['decided', 'own_request', 'about_you']).nullable(),
});

interface PartyRow {
  readonly id: Id<'users'>;
  readonly email: Sealed<'users.email'>;
  readonly first: Sealed<'user_profiles.first_name'> | null;
  readonly last: Sealed<'user_profiles.last_name'> | null;
}

function openParty({ id, email: sealedEmail, first, last }: PartyRow): z.output<typeof party> {
  const email = open('users.email', id, sealedEmail);
  const names = [
    first && open('user_profiles.first_name', id, first),
    last && open('user_profiles.last_name', id, last),
  ];
  return { id, email, name: names.filter(Boolean).join(' ') || email };
}

const subjectOf = (row: ApprovalRow) =>
  openParty({
    id: row.user_id,
    email: row.subject_email,
    first: row.subject_first_name,
    last: row.subject_last_name,
  });

const requesterOf = (row: ApprovalRow) =>
  openParty({
    id: row.requested_by,
    email: row.requester_email,
    first: row.requester_first_name,
    last: row.requester_last_name,
  });

function doctorOf({ id, display_name: name, speciality, site }: ApprovalRow) {
  if (name === null || speciality === null || site === null) return null;
  return { display_name: open('approvals.display_name', id, name), speciality, site };
}

function deciderOf({ decided_by: id, decider_email: email, ...row }: ApprovalRow) {
  if (id === null || email === null) return null;
  return openParty({ id, email, first: row.decider_first_name, last: row.decider_last_name });
}

/** For the admin who looks at it. */
export function viewApproval(row: ApprovalRow, adminId: string): z.output<typeof approval> {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    person: subjectOf(row),
    role: row.role,
    doctor: doctorOf(row),
    identity_check: row.identity_check,
    reason: open('approvals.reason', row.id, row.reason),
    requested_by: requesterOf(row),
    decided_by: deciderOf(row),
    // A second admin's refusal has a name and no waiting time.
    objected: row.status === 'refused' && (row.decided_by === null || row.not_before !== null),
    created_at: row.created_at.toString(),
    expires_at: row.expires_at.toString(),
    decided_at: row.decided_at?.toString() ?? null,
    not_before: row.not_before?.toString() ?? null,
    done_at: row.done_at?.toString() ?? null,
    decision_bar: decisionBar(row, adminId),
  };
}

export const exampleApproval: z.output<typeof approval> = {
  id: '01920000-0000-7000-8000-000000000008',
  kind: 'grant_role',
  status: 'requested',
  person: {
    id: '01920000-0000-7000-8000-000000000001',
    name: 'Elsa Vargas',
    email: 'elsa.vargas@example.org',
  },
  role: 'admin',
  doctor: null,
  identity_check: null,
  reason: 'Takes over from Vera',
  requested_by: {
    id: '01920000-0000-7000-8000-000000000006',
    name: 'Vera Lind',
    email: 'vera.admin@example.org',
  },
  decided_by: null,
  objected: false,
  created_at: '2026-01-05T09:00:00Z',
  expires_at: '2026-01-12T09:00:00Z',
  decided_at: null,
  not_before: null,
  done_at: null,
  decision_bar: null,
};
