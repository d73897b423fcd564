import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { paths, type SignInReason, safeNext } from '#lib/platform/paths';

/** Where the middleware tells a page its own address. Without it nothing is lost but the way back. */
export const pageAddressHeader = 'x-medisecure-page';

/** To sign-in, which says why, and from there back to the page that was asked for. */
export async function signInAgain(reason: SignInReason): Promise<never> {
  const head = await headers();
  return redirect(paths.signInAgain(reason, safeNext(head.get(pageAddressHeader))));
}
