import { become, type Tx, withActor } from '#db/client';
import { findOwnAccount } from '#db/queries/own-account';
import { findLogin } from '#db/queries/sign-in';
import { type PasswordProof, provePassword } from '#lib/auth/password-proof';
import { recoveryCodeHash } from '#lib/auth/recovery-code';
import type { CodeMethod } from '#lib/auth/second-factor';
import { ofOwnPassword, ofSecondFactor } from '#lib/auth/throttle-keys';
import { open } from '#lib/crypto/seal';
import type { Clock } from '#lib/platform/clock';
import type { UserActor } from '#lib/policy/actor';
import type { RequestFacts } from '../kernel/caller';
import { spend } from '../kernel/throttle';

type Answer =
  | { readonly method: CodeMethod; readonly code: string }
  | { readonly method: 'password'; readonly password: string };

interface Preparation {
  readonly actor: UserActor;
  readonly input: Answer;
  readonly request: RequestFacts;
  readonly clock: Clock;
}

interface PreparedStepUp {
  readonly recoveryHash: Uint8Array | null;
  readonly password: PasswordProof | null;
}

export const stepUpThrottle = (method: Answer['method'], userId: string, ip: string | null) =>
  method === 'password' ? ofOwnPassword(userId, ip) : ofSecondFactor(method, userId, ip);

/** Counts the try, then the slow hash, where the method has one. */
export async function prepareStepUp(preparation: Preparation): Promise<PreparedStepUp> {
  const { actor, input, request, clock } = preparation;
  await spend(stepUpThrottle(input.method, actor.user_id, request.ip), clock.now());
  const isCode = input.method === 'recovery_code';
  return {
    recoveryHash: isCode ? await recoveryCodeHash(actor.user_id, input.code) : null,
    password: input.method === 'password' ? await ownPassword(preparation, input.password) : null,
  };
}

async function ownPassword({ actor, request, clock }: Preparation, password: string) {
  const moment = { now: clock.now(), requestId: request.requestId };
  const email = await withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, actor.user_id);
    const account = await findOwnAccount(tx);
    return account && open('users.email', account.id, account.email);
  });
  return email === null ? null : provePassword({ email, password }, moment);
}

/** Looks again, because hashing took its time. */
export async function isOwnPassword(tx: Tx, { password }: PreparedStepUp): Promise<boolean> {
  if (!password?.proven) return false;
  const now = await findLogin(tx, password.emailIndex);
  return now?.password_hash === password.login?.password_hash;
}
