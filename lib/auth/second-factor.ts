import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type FactorRow, lockConfirmedFactor, markStepUsed } from '#db/queries/factors';
import { countTicketAttempt, markTicketUsed } from '#db/queries/single-use-tickets';
import { findOwnSignIn, type OwnSignInRow } from '#db/queries/users';
import { open } from '#lib/crypto/seal';
import { verifyTotp } from '#lib/crypto/totp';
import { OperationError, refuseAndCommit } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { spendRecoveryCode } from './recovery-code';
import { type SmsAttempt, spendSmsCode } from './sms-code';
import { isUsable, presentTicket } from './ticket';

/** The time step of a code that this factor accepts now, or null. */
function stepOf(factor: FactorRow, code: string, now: Temporal.Instant): number | null {
  const secret = open('factors.secret', factor.id, factor.secret);
  return verifyTotp(secret, code, now.epochMilliseconds / 1000, factor.last_step);
}

/** How long a secret that was shown waits for its first code. */
const setupSeconds = 15 * 60;

/** Only the session to which a secret was shown goes on with it: a stranger's beginning is never the owner's end. */
export function isBeingSetUp(factor: FactorRow, sessionId: Id<'sessions'>, now: Temporal.Instant): boolean {
  const fresh = now.since(factor.created_at).total('seconds') < setupSeconds;
  return factor.confirmed_at === null && factor.session_id === sessionId && fresh;
}

/** The time step of the first code of a factor that this session is setting up, or null. */
export function firstStep(
  factor: FactorRow,
  code: string,
  sessionId: Id<'sessions'>,
  now: Temporal.Instant,
): number | null {
  return isBeingSetUp(factor, sessionId, now) ? stepOf(factor, code, now) : null;
}

export type CodeMethod = 'totp' | 'sms' | 'recovery_code';

/** A code that somebody shows, and how. */
export interface ShownCode {
  readonly method: CodeMethod;
  readonly code: string;
  /** Of what the database keeps as a slow hash, made in `prepare` (`slowHashOf`). */
  readonly slowHash: Uint8Array | null;
}

interface Answer extends ShownCode {
  readonly token: string;
  readonly now: Temporal.Instant;
  /** Told as soon as it is known whose ticket it is, so that a refusal's event can say so too. */
  readonly onOwner: (userId: string) => void;
}

/**
 * Exchanges a ticket and a code for its owner, acting from here on. A wrong code counts against the ticket and stays
 * counted; a right one uses up both the ticket and the code's time step.
 *
 * @throws OperationError `invalid_code`, the same for a wrong code and for a ticket that is unknown, spent or too old
 */
export async function answerSecondFactor(tx: Tx, answer: Answer): Promise<OwnSignInRow> {
  const ticket = await presentTicket(tx, answer.token, 'second_factor');
  if (!ticket) throw new OperationError('invalid_code');
  answer.onOwner(ticket.user_id);
  const account = await findOwnSignIn(tx);
  if (!isUsable(ticket, answer.now) || !account?.may_sign_in) throw new OperationError('invalid_code');
  const attempt = { ticket_id: ticket.id, session_id: null };
  if (!(await usesUp(tx, answer, { now: answer.now, attempt }))) {
    await countTicketAttempt(tx, ticket.id);
    throw refuseAndCommit('invalid_code');
  }
  await markTicketUsed(tx, ticket.id);
  return account;
}

interface Use {
  readonly now: Temporal.Instant;
  /** For what a code by text message was asked. */
  readonly attempt: SmsAttempt;
}

/** Does this code answer for the actor? Then it never does so again. */
export async function usesUp(tx: Tx, shown: ShownCode, { now, attempt }: Use): Promise<boolean> {
  if (shown.method === 'recovery_code') return spendRecoveryCode(tx, shown.slowHash);
  if (shown.method === 'sms') return spendSmsCode(tx, shown.slowHash, attempt);
  const factor = await lockConfirmedFactor(tx);
  const step = factor && stepOf(factor, shown.code, now);
  return factor !== null && step !== null && markStepUsed(tx, factor.id, step);
}
