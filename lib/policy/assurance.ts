import type { Temporal } from 'temporal-polyfill';
import type { ErrorFacts } from '#lib/errors/operation-error';
import type { UserActor } from './actor';
import { needsSecondFactor } from './roles';

/** How old a sign-in or second factor may be for a sensitive act (NIST SP 800-63B, reauthentication). */
export const stepUpMaxAgeSeconds = 300;

export interface AssuranceRule {
  /**
   * `recent`: the second factor, or the sign-in where none exists yet, is less than 5 minutes old. `recent_factor`: the
   * second factor is, where there is one; of everybody the operation itself asks the password.
   */
  readonly stepUp: 'none' | 'recent' | 'recent_factor';
  /** `aal1` opens an operation to a doctor or admin who has no second factor yet: enrolment, sign-out. */
  readonly assurance: 'aal1' | 'aal2';
}

export type AssuranceRefusal = {
  readonly code: 'mfa_enrolment_required' | 'insufficient_user_authentication';
  readonly facts: ErrorFacts;
};

/** Is this session strong and fresh enough? Null means yes. */
export function assuranceRefusal(
  rule: AssuranceRule,
  actor: UserActor,
  now: Temporal.Instant,
): AssuranceRefusal | null {
  if (rule.assurance === 'aal2' && needsSecondFactor(actor.role) && actor.assurance === 'aal1') {
    const code = actor.has_confirmed_factor ? 'insufficient_user_authentication' : 'mfa_enrolment_required';
    return { code, facts: {} };
  }
  if (rule.stepUp === 'none' || isFresh(rule, actor, now)) return null;
  return { code: 'insufficient_user_authentication', facts: { maxAgeSeconds: stepUpMaxAgeSeconds } };
}

function isFresh({ stepUp }: AssuranceRule, actor: UserActor, now: Temporal.Instant): boolean {
  if (stepUp === 'recent_factor' && !actor.has_confirmed_factor) return true;
  const proven = actor.has_confirmed_factor ? actor.second_factor_at : actor.authenticated_at;
  return proven !== null && now.since(proven).total('seconds') < stepUpMaxAgeSeconds;
}
