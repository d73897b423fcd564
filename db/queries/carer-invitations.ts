import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { carerInvitations } from '../schema/carer-invitations';

export type CarerInvitationRow = Pick<
  typeof carerInvitations.$inferSelect,
  'id' | 'patient_id' | 'name' | 'email' | 'scope' | 'valid_until' | 'created_at' | 'expires_at'
>;

const columns = (tx: Tx) =>
  tx`i.id, i.patient_id, i.name, i.email, i.scope, i.valid_until, i.created_at, i.expires_at`;
const open = (tx: Tx) => tx`i.accepted_at is null and i.withdrawn_at is null and i.expires_at > app.now()
  and (i.valid_until is null or i.valid_until > app.now())`;

export function insertCarerInvitation(tx: Tx, row: typeof carerInvitations.$inferInsert): Statement {
  return insertRow(tx, carerInvitations, row);
}

/** Those of a chart that nobody has answered yet. */
export function listOpenInvitations(tx: Tx, patientId: Id<'patients'>): Promise<CarerInvitationRow[]> {
  return tx<CarerInvitationRow[]>`
    select ${columns(tx)} from carer_invitations i where i.patient_id = ${patientId} and ${open(tx)}
     order by i.created_at desc, i.id desc limit 100`;
}

/** What the carers of a chart are called: an accepted invitation is the source of the relationship. */
export function listInvitedNames(
  tx: Tx,
  patientId: Id<'patients'>,
): Promise<Pick<CarerInvitationRow, 'id' | 'name' | 'email'>[]> {
  return tx<CarerInvitationRow[]>`
    select i.id, i.name, i.email from carer_invitations i
     where i.patient_id = ${patientId} and i.accepted_at is not null`;
}

/** The actor's invitation with this token, while it is open. */
export async function findOpenInvitation(tx: Tx, tokenHash: Uint8Array): Promise<CarerInvitationRow | null> {
  const [row] = await tx<CarerInvitationRow[]>`
    select ${columns(tx)} from carer_invitations i where i.token_hash = ${tokenHash} and ${open(tx)}`;
  return row ?? null;
}

/** Uses it up: of two at once, one. */
export async function markInvitationUsed(tx: Tx, id: Id<'carer_invitations'>): Promise<boolean> {
  const { count } = await tx`
    update carer_invitations i set accepted_at = app.now() where i.id = ${id} and ${open(tx)}`;
  return count === 1;
}

export async function markInvitationTakenBack(tx: Tx, id: Id<'carer_invitations'>): Promise<boolean> {
  const { count } = await tx`
    update carer_invitations i set withdrawn_at = app.now()
     where i.id = ${id} and i.patient_id = app.patient_id() and ${open(tx)}`;
  return count === 1;
}
