import type { Tx } from '#db/client';
import { findLogin } from '#db/queries/sign-in';
import { type PasswordProof, proveOwnPassword } from '#lib/auth/password-proof';
import type { CodeMethod } from '#lib/auth/second-factor';
import { slowHashOf } from '#lib/auth/slow-hash';
import { ofOwnPassword, ofSecondFactor } from '#lib/auth/throttle-keys';
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
  readonly slowHash: Uint8Array | null;
  readonly password: PasswordProof | null;
}

export const stepUpThrottle = (method: Answer['method'], userId: string, ip: string | null) =>
  method === 'password' ? ofOwnPassword(userId, ip) : ofSecondFactor(method, userId, ip);

/** Counts the try, then the slow hash, where the method has one. */
export async function prepareStepUp({ actor, input, request, clock }: Preparation): Promise<PreparedStepUp> {
  const moment = { now: clock.now(), requestId: request.requestId };
  await spend(stepUpThrottle(input.method, actor.user_id, request.ip), moment.now);
  return {
    slowHash: input.method === 'password' ? null : await slowHashOf(input.method, actor.user_id, input.code),
    password:
      input.method === 'password' ? await proveOwnPassword(actor.user_id, input.password, moment) : null,
  };
}

/** Looks again, because hashing took its time. */
export async function isOwnPassword(tx: Tx, { password }: PreparedStepUp): Promise<boolean> {
  if (!password?.proven) return false;
  const now = await findLogin(tx, password.emailIndex);
  return now?.password_hash === password.login?.password_hash;
}
