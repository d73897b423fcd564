import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type FactorRow, insertFactor, markFactorRenewed } from '#db/queries/factors';
import { seal } from '#lib/crypto/seal';
import { newTotpSecret } from '#lib/crypto/totp';
import { type Id, newId } from '#lib/platform/ids';

interface Setup {
  readonly userId: Id<'users'>;
  readonly sessionId: Id<'sessions'>;
  readonly now: Temporal.Instant;
}

/** A new secret, for this session. Rows are never deleted, so it begins on the newest one while that counts for nothing. */
export async function beginFactor(
  tx: Tx,
  newest: FactorRow | null,
  { userId, sessionId, now }: Setup,
): Promise<{ id: Id<'factors'>; secret: string }> {
  const spare = newest?.confirmed_at === null ? newest.id : null;
  const [id, secret] = [spare ?? newId('factors'), newTotpSecret()];
  const factor = { id, session_id: sessionId, secret: seal('factors.secret', id, secret) };
  if (spare) await markFactorRenewed(tx, factor);
  else await insertFactor(tx, { ...factor, user_id: userId, kind: 'totp', created_at: now });
  return { id, secret };
}
