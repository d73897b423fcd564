import type { Tx } from '#db/client';
import { markAuthenticated, markSecondFactor, renewSessionSecret } from '#db/queries/sessions';
import { hashToken, randomToken } from '#lib/crypto/tokens';
import type { UserActor } from '#lib/policy/actor';

/** What somebody has shown. A password is enough only for an account that has nothing stronger. */
export type ProvenKind = 'totp' | 'sms' | 'webauthn' | 'recovery_code' | 'password';

/**
 * The session has proven itself anew, which stands in its row: a reload, another tab and another server see the same.
 * A portal session goes on under a new secret (OWASP ASVS 5, 7.2.4), which is for its cookie; the API has none.
 */
export async function markSteppedUp(
  tx: Tx,
  { session_id: id, door }: Pick<UserActor, 'session_id' | 'door'>,
  kind: ProvenKind,
): Promise<string | null> {
  if (kind === 'password') await markAuthenticated(tx, id);
  else await markSecondFactor(tx, id, kind);
  if (door === 'api') return null;
  const secret = randomToken();
  if (!(await renewSessionSecret(tx, id, hashToken(secret))))
    throw new Error('A live session has no secret.');
  return secret;
}
