import { hashPassword, verifyPassword } from '#lib/crypto/password-hash';
import { holdsOwnWords, isCommon } from '#lib/domain/password-policy';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { checkBreach } from './breach-check';
import { whenNotBusy } from './when-not-busy';

/** A password that may be set, as it is stored. */
export interface VettedPassword {
  readonly hash: string;
  readonly state: 'checked' | 'unchecked';
}

interface Candidate {
  readonly password: string;
  /** The field that it stands in. */
  readonly field: 'password' | 'new_password';
  readonly email?: string;
  /** Hashes of what may not be used again. */
  readonly earlier?: readonly string[];
}

const sentences = {
  common: 'This password is used too often',
  own_words: 'This password is made of your address or of our name',
  password_breached: 'This password is in a published breach',
  password_reused: 'This was one of your last passwords',
} as const;
type Fault = keyof typeof sentences;

/**
 * What the rules of composition cannot know, all of it at once, and the hash to be stored. Slow and asks the network:
 * for `prepare` only. Where the breach service is out of reach the bundled words decide, and the next sign-in asks again.
 *
 * @throws OperationError `validation_failed`
 */
export async function vetPassword({
  password,
  field,
  email = '',
  earlier = [],
}: Candidate): Promise<VettedPassword> {
  const [verdict, reused] = await Promise.all([checkBreach(password), wasUsedBefore(password, earlier)]);
  const found: Record<Fault, boolean> = {
    common: isCommon(password),
    own_words: env().passwordPolicy === 'nist' && holdsOwnWords(password, email),
    password_breached: verdict === 'breached',
    password_reused: reused,
  };
  const faults = (Object.keys(found) as Fault[]).filter((fault) => found[fault]);
  if (faults.length > 0) {
    const errors = faults.map((code) => ({ path: field, code, message: sentences[code] }));
    throw new OperationError('validation_failed', { errors });
  }
  const hash = await whenNotBusy(() => hashPassword(password));
  return { hash, state: verdict === 'clean' ? 'checked' : 'unchecked' };
}

/** Each is verified once, slowly and one after the other: a single request takes one place in the hashing queue. */
async function wasUsedBefore(password: string, hashes: readonly string[]): Promise<boolean> {
  for (const hash of hashes) {
    if (await whenNotBusy(() => verifyPassword(hash, password))) return true;
  }
  return false;
}
