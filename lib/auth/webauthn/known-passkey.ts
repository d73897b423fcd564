import { withActor } from '#db/client';
import { findCredentialOwner } from '#db/queries/passkeys';
import type { Id } from '#lib/platform/ids';
import type { Moment } from '../moment';

/** Which passkey a credential id names, if any. Opens nothing: for a throttle's key. */
export async function knownPasskey(credentialId: string, moment: Moment): Promise<Id<'factors'> | null> {
  const credential = Buffer.from(credentialId, 'base64url');
  const found = await withActor({ kind: 'anonymous', ...moment }, (tx) =>
    findCredentialOwner(tx, credential),
  );
  return found?.id ?? null;
}
