import { become, type Tx } from '#db/client';
import { findLogin, type LoginRow } from '#db/queries/sign-in';
import { blindIndex } from '#lib/crypto/blind-index';
import { emailAddress } from '#lib/domain/email';
import { OperationError } from '#lib/errors/operation-error';
import { needsSecondFactor } from '#lib/policy/roles';
import type { IdClaims } from './id-token';

interface Notes {
  reason_code?: string;
  user_id?: string;
  resource_id?: string;
}

/**
 * The account of staff that the identity provider's verified e-mail names, acting from here on. It is open already: none
 * is made, no invitation is accepted by it, and it never is a patient's.
 *
 * @throws OperationError `invalid_credentials`, the same for each reason, which only the log is told
 */
export async function actAsStaff(
  tx: Tx,
  claims: IdClaims | null,
  note: (notes: Notes) => void,
): Promise<{ account: LoginRow; proven: IdClaims }> {
  const refuse = (reason_code: string) => {
    note({ reason_code });
    return new OperationError('invalid_credentials');
  };
  if (!claims) throw refuse('sso_not_proven');
  const email = emailAddress.safeParse(claims.email);
  if (!email.success || claims.email_verified !== true) throw refuse('sso_email_unverified');
  const account = await findLogin(tx, blindIndex('email', email.data));
  if (!account) throw refuse('sso_unknown');
  note({ user_id: account.user_id, resource_id: account.user_id });
  if (!needsSecondFactor(account.role)) throw refuse('sso_not_staff');
  if (!account.is_verified || account.is_disabled) throw refuse('sso_account_closed');
  await become(tx, account.user_id);
  return { account, proven: claims };
}
