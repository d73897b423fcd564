import { become, type Tx, withActor } from '#db/client';
import { lockOwnFactors } from '#db/queries/factors';
import { findPendingPhone } from '#db/queries/phones';
import { countUnusedRecoveryCodes } from '#db/queries/recovery-codes';
import type { UserActor } from '#lib/policy/actor';
import type { Moment } from './moment';
import { isSmsCode } from './sms-code';

/** With a first factor, and where none is left, codes on paper come with a number. */
export const lacksCodes = async (tx: Tx): Promise<boolean> =>
  (await lockOwnFactors(tx)).length === 0 || (await countUnusedRecoveryCodes(tx)) === 0;

/** The same for `prepare`, so that a wrong code, or codes that nobody needs, cost no slow hashes. */
export function willLackCodes(
  { user_id, session_id }: UserActor,
  hash: Uint8Array | null,
  moment: Moment,
): Promise<boolean> {
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, user_id);
    const pending = await findPendingPhone(tx, session_id);
    const right =
      pending && (await isSmsCode(tx, hash, { factor_id: pending.id, ticket_id: null, session_id }));
    return right === true && lacksCodes(tx);
  });
}
