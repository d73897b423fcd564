import { availableParallelism } from 'node:os';
import { hash, hashRaw, parseOptions, verify } from '@node-rs/argon2';
import { singleton } from '#lib/platform/singleton';
import { WorkQueue } from './work-queue';

/** argon2id (the library's default), 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet. About 8 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** In code points, as the password policy counts. Nothing longer is ever hashed. */
const MAX_LENGTH = 128;

/** One core stays free for everybody who is not signing in; more than 4 hashes at once would only hold more memory. */
const concurrency = Math.min(4, Math.max(1, availableParallelism() - 1));

/** At most 4 hashes at once (76 MiB) and 200 in line behind them; beyond that `WorkQueueFull`, before any work. */
const queue = singleton('password-hash-queue', () => new WorkQueue({ concurrency, waiting: 200 }));

/** Of 32 random bytes that were thrown away: the current cost, for accounts that do not exist. */
const NO_ONES_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AXXZaZ+JO0nX7rWUHoxjGA$lvAMB3rROHLfXZXrTr99uVQvSCJ9stT4cri2utZ/GzQ';

/** The PHC string to store. @throws RangeError for a password that the policy would have refused as too long */
export async function hashPassword(password: string): Promise<string> {
  if (isTooLong(password)) throw new RangeError('A password has at most 128 characters.');
  return queue.run(() => hash(normalised(password), cost));
}

/** Costs the same whatever the answer is. A password that is too long to be anyone's is just wrong. */
export async function verifyPassword(hashed: string, password: string): Promise<boolean> {
  const known = !isTooLong(password);
  const matches = await queue.run(() => verify(hashed, known ? normalised(password) : ''));
  return known && matches;
}

/** The same slow hash of a short code under a salt that is not its own, so that it can be looked up. */
export function hashCode(code: string, salt: Uint8Array): Promise<Uint8Array> {
  return queue.run(() => hashRaw(code, { ...cost, salt }));
}

/** Where there is no account: the same work as for one, and always false. */
export async function dummyVerify(password: string): Promise<false> {
  await verifyPassword(NO_ONES_HASH, password);
  return false;
}

/** True for a hash made with other parameters than today's: hash anew after the next sign-in. */
export function needsRehash(hashed: string): boolean {
  const made = parseOptions(hashed);
  const algorithm = hashed.startsWith('$argon2id$v=19$');
  return (
    !algorithm || Object.entries(cost).some(([name, value]) => made[name as keyof typeof cost] !== value)
  );
}

/** One form for what looks the same on every keyboard (NIST SP 800-63B-4, 3.1.1.2: normalise before hashing). */
const normalised = (password: string) => password.normalize('NFC');

const isTooLong = (password: string) =>
  password.length > 2 * MAX_LENGTH || [...normalised(password)].length > MAX_LENGTH;
