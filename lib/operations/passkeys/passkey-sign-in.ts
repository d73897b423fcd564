import { findOwnSignIn, type OwnSignInRow } from '#db/queries/users';
import { refuseAndCommit } from '#lib/errors/operation-error';
import { passPasskey } from './pass-passkey';

/**
 * The account whose passkey has answered, without a password before it: it has to have verified its user, which makes
 * it two factors in one (NIST SP 800-63B, 3.1.7).
 *
 * @throws OperationError `invalid_passkey`
 */
export async function passPasskeySignIn(work: Parameters<typeof passPasskey>[0]): Promise<OwnSignInRow> {
  await passPasskey(work, { purpose: 'sign_in', userId: null, sessionId: null, mustVerifyUser: true });
  const account = await findOwnSignIn(work.tx);
  if (!account?.may_sign_in) throw refuseAndCommit('invalid_passkey');
  return account;
}
