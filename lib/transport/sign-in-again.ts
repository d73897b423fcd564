import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { pageAddressHeader } from '#lib/platform/page-address';
import { paths, type SignInReason, safeNext } from '#lib/platform/paths';

/** To sign-in, which says why, and from there back to the page that was asked for. Without middleware, to the portal. */
export async function signInAgain(reason: SignInReason): Promise<never> {
  const head = await headers();
  return redirect(paths.signInAgain(reason, safeNext(head.get(pageAddressHeader))));
}
