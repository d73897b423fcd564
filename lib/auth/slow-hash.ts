import type { Id } from '#lib/platform/ids';
import { recoveryCodeHash } from './recovery-code';
import type { CodeMethod } from './second-factor';
import { smsCodeHash } from './sms-code';

/** The slow hash by which a shown code is compared, for `prepare`; null where the method has none. */
export async function slowHashOf(
  method: CodeMethod,
  userId: Id<'users'>,
  code: string,
): Promise<Uint8Array | null> {
  if (method === 'totp') return null;
  return method === 'sms' ? smsCodeHash(userId, code) : recoveryCodeHash(userId, code);
}
