import type { Id } from '#lib/platform/ids';
import type { Statement, Tx } from '../client';
import { insertRow } from '../rows';
import { pendingSignups } from '../schema/pending-signups';
import type { TicketPurpose } from '../schema/single-use-tickets';

/** What sign-in knows of an account before anything is proven. */
export interface LoginRow {
  user_id: Id<'users'>;
  role: 'patient' | 'doctor' | 'admin';
  password_hash: string | null;
  password_state: 'checked' | 'unchecked' | 'breached';
  is_verified: boolean;
  is_disabled: boolean;
  has_confirmed_factor: boolean;
  /** Kinds of factor that the account can answer with. */
  methods: ('totp' | 'sms' | 'webauthn')[];
}

export async function findLogin(tx: Tx, emailIndex: Uint8Array): Promise<LoginRow | null> {
  const [row] = await tx<LoginRow[]>`select * from app.find_login(${emailIndex})`;
  return row ?? null;
}

interface TicketOwnerRow {
  id: Id<'single_use_tickets'>;
  user_id: Id<'users'>;
}

export async function findTicketOwner(
  tx: Tx,
  tokenHash: Uint8Array,
  purpose: TicketPurpose,
): Promise<TicketOwnerRow | null> {
  const [row] = await tx<TicketOwnerRow[]>`select * from app.find_ticket_owner(${tokenHash}, ${purpose})`;
  return row ?? null;
}

interface RefreshTokenOwnerRow {
  id: Id<'refresh_tokens'>;
  user_id: Id<'users'>;
  session_id: Id<'sessions'>;
}

export async function findRefreshTokenOwner(
  tx: Tx,
  tokenHash: Uint8Array,
): Promise<RefreshTokenOwnerRow | null> {
  const [row] = await tx<RefreshTokenOwnerRow[]>`select * from app.find_refresh_token_owner(${tokenHash})`;
  return row ?? null;
}

type PendingSignupRow = Pick<
  typeof pendingSignups.$inferSelect,
  'id' | 'email' | 'email_index' | 'profile' | 'password_hash'
>;

/** Uses the mailed token up, so at most one caller gets the row. */
export async function lockSignup(tx: Tx, tokenHash: Uint8Array): Promise<PendingSignupRow | null> {
  const [row] = await tx<PendingSignupRow[]>`select * from app.consume_signup(${tokenHash}, app.now())`;
  return row ?? null;
}

export function insertSignup(tx: Tx, row: typeof pendingSignups.$inferInsert): Statement {
  return insertRow(tx, pendingSignups, row);
}

/** Removes those whose link has run out, used or not. */
export async function deleteSpentSignups(tx: Tx): Promise<number> {
  const { count } = await tx`delete from pending_signups where expires_at <= app.now()`;
  return count;
}
