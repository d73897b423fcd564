import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { portalSession } from '#lib/auth/portal/session';
import { sessionState } from '#lib/auth/session-state';
import { systemClock } from '#lib/platform/clock';
import { pageAddressHeader } from '#lib/platform/page-address';
import { paths, type SignInReason, safeNext, signInReasonOf } from '#lib/platform/paths';
import { requestFacts } from './next-request';

/** To sign-in, which says why, and from there back to the page that was asked for. Without middleware, to the portal. */
export async function signInAgain(reason: SignInReason): Promise<never> {
  return redirect(paths.signInAgain(reason, await pageToReturnTo()));
}

/** The session that the request's cookie names has ended: why, where its row still says so. */
export async function whyEnded(): Promise<SignInReason> {
  const [session, { requestId }] = await Promise.all([portalSession(), requestFacts()]);
  if (!session) return 'expired';
  const told = await sessionState(session.ref, { now: systemClock.now(), requestId });
  return told.state === 'ended' ? signInReasonOf(told.reason) : 'expired';
}

export async function pageToReturnTo(): Promise<string | undefined> {
  const head = await headers();
  return safeNext(head.get(pageAddressHeader));
}
