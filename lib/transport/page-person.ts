import { forbidden } from 'next/navigation';
import { cache } from 'react';
import { portalSession } from '#lib/auth/portal/session';
import { type SignedIn, signedIn } from '#lib/auth/signed-in';
import { systemClock } from '#lib/platform/clock';
import type { PortalRole } from '#lib/platform/paths';
import { requestFacts } from './next-request';
import { signInAgain, whyEnded } from './sign-in-again';

export interface PagePerson extends SignedIn {
  /** The moment of this request, and its date by their clock. */
  readonly now: string;
  readonly today: string;
}

/** Who is signed in, if anybody: one look for the layout and the page of a request. */
export const somebody = cache(async (): Promise<PagePerson | null> => {
  const [session, { requestId }] = await Promise.all([portalSession(), requestFacts()]);
  if (!session) return null;
  const now = systemClock.now();
  const person = await signedIn(session.ref, { now, requestId });
  if (!person) return null;
  return {
    ...person,
    now: now.toString(),
    today: now.toZonedDateTimeISO(person.zone).toPlainDate().toString(),
  };
});

/** Who is signed in; whoever is not is sent to do so. */
export async function anybody(): Promise<PagePerson> {
  return (await somebody()) ?? signInAgain(await whyEnded());
}

/**
 * The same for the pages of one portal: another role is told that they are not theirs. Each page asks, because a
 * layout is not made again for every page; what the page shows is decided by its operations once more.
 */
export async function personOf(role: PortalRole): Promise<PagePerson> {
  const person = await anybody();
  return person.role === role ? person : forbidden();
}
