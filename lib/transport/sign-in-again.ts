import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { pageAddressHeader } from '#lib/platform/page-address';
import { paths, type SignInReason, safeNext } from '#lib/platform/paths';

/** To sign-in, which says why, and from there back to the page that was asked for. Without middleware, to the portal. */
export async function signInAgain(reason: SignInReason): Promise<never> {
  return redirect(paths.signInAgain(reason, await pageToReturnTo()));
}

export async function pageToReturnTo(): Promise<string | undefined> {
  const head = await headers();
  return safeNext(head.get(pageAddressHeader));
}
