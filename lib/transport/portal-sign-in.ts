import { redirect } from 'next/navigation';
import { deviceKey, keepDeviceKey } from '#lib/auth/portal/device-cookie';
import { forgetSearches } from '#lib/auth/portal/kept-search';
import {
  forgetSecondFactorOwed,
  keepSecondFactorOwed,
  secondFactorOwed,
} from '#lib/auth/portal/second-factor-cookie';
import { forgetPortalSession, portalSession, startPortalSession } from '#lib/auth/portal/session';
import { forgetEnds } from '#lib/auth/session-state-cache';
import { isOperationError } from '#lib/errors/operation-error';
import { portalSecondFactor as secondFactor } from '#lib/operations/auth/portal-second-factor';
import { portalSignIn as signIn } from '#lib/operations/auth/portal-sign-in';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { sendSignInCode } from '#lib/operations/phones/send-code';
import { run } from '#lib/operations/run';
import { madeRoom, nextFor, paths, safeNext, withQuery } from '#lib/platform/paths';
import { attempt, submit } from './action';
import type { FormState } from './form-state';
import { portalContext } from './portal-caller';

/** `email`, `password` and `next` of a form. Goes on to the portal, to the page for the code, or back with what was wrong. */
export async function portalSignIn(form: FormData): Promise<FormState> {
  const next = nextOf(form);
  const outcome = await attempt(signIn, without(form, 'next'), { device_key: await deviceKey() });
  if ('state' in outcome) return outcome.state;
  if ('ticket' in outcome.output) return enter(outcome.output.ticket, next);
  const { mfa_token: token, methods, may_trust_device: mayTrustDevice } = outcome.output;
  await keepSecondFactorOwed({ token, methods, mayTrustDevice });
  return redirect(withQuery(paths.signInCode, { next }));
}

/** `code`, `trust_device` and `next` of a form; what proves the password stands in a cookie of its own. */
export async function portalSecondFactor(form: FormData): Promise<FormState> {
  const owed = await secondFactorOwed();
  if (!owed) return redirect(paths.signInAgain('too_slow', nextOf(form)));
  const outcome = await attempt(secondFactor, without(form, 'next'), { mfa_token: owed.token });
  if ('state' in outcome) return outcome.state;
  await forgetSecondFactorOwed();
  return enter(outcome.output.ticket, nextOf(form));
}

/** `next` of a form. A code to the phone of whoever has shown their password, and back to where it is typed. */
export async function sendCode(form: FormData): Promise<FormState> {
  const [owed, next] = [await secondFactorOwed(), nextOf(form)];
  if (!owed) return redirect(paths.signInAgain('too_slow', next));
  return submit(sendSignInCode, without(form, 'next'), paths.signInCodeSent(next), { mfa_token: owed.token });
}

interface SecondStep {
  readonly methods: readonly string[];
  readonly mayTrustDevice: boolean;
}

/** By what the second step can be answered, for the page that asks: whoever owes none is sent to the first step. */
export async function owedStep(next: string | undefined): Promise<SecondStep> {
  return (await secondFactorOwed()) ?? redirect(paths.signInAgain('too_slow', next));
}

/**
 * Ends the session and forgets its cookie, also where the session has ended by itself; the browser forgets the pages
 * (OWASP ASVS 5, 14.3.1). A plain POST, because a server action has no headers; its cookies go by Set-Cookie, so that
 * those of others on the same site stay.
 */
export async function portalSignOut(): Promise<Response> {
  await endSession();
  await forgetPortalSession();
  const headers = {
    location: paths.signInAgain('signed_out'),
    'clear-site-data': '"cache", "storage"',
  };
  return new Response(null, { status: 303, headers });
}

async function endSession(): Promise<void> {
  await forgetSearches();
  try {
    const context = await portalContext(signOut);
    await run(signOut, {}, context);
    if (context.caller.kind === 'user') await forgetEnds(context.caller.session);
  } catch (error) {
    if (!isOperationError(error)) throw error;
  }
}

/**
 * Redeems the ticket at once, so that it never leaves the server. Whoever signs in again, as themself or as somebody
 * else, leaves no older session of this browser behind (OWASP ASVS 5, 7.2.4). Gives the page to go on to.
 */
export async function openPortal(ticket: string, next: string | undefined): Promise<string> {
  // Ended first: it is no session elsewhere, for which another one would have to make room.
  if (await portalSession()) await endSession();
  const device_key = await keepDeviceKey();
  const opened = await run(redeemTicket, { ticket, device_key }, await portalContext(redeemTicket));
  await startPortalSession(opened);
  const first = opened.must_enrol ? paths.account.authenticator : nextFor(opened.role, next);
  return opened.evicted > 0 ? madeRoom(first) : first;
}

export const enter = async (ticket: string, next: string | undefined): Promise<never> =>
  redirect(await openPortal(ticket, next));

export function nextOf(form: FormData): string | undefined {
  const next = form instanceof FormData ? form.get('next') : null;
  return safeNext(typeof next === 'string' ? next : null);
}

function without(form: FormData, name: string): FormData {
  if (!(form instanceof FormData)) return form;
  const rest = new FormData();
  for (const [key, value] of form) if (key !== name) rest.append(key, value);
  return rest;
}
