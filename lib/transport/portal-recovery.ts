import { redirect } from 'next/navigation';
import { redeemRecovery } from '#lib/operations/recoveries/redeem';
import { attempt } from './action';
import type { FormState } from './form-state';
import { openPortal } from './portal-sign-in';

/** `token` and `password` of a form. Goes on into the portal, where staff set up a new factor first. */
export async function portalRecovery(form: FormData): Promise<FormState> {
  const outcome = await attempt(redeemRecovery, form);
  if ('state' in outcome) return outcome.state;
  return redirect(await openPortal(outcome.output.ticket, undefined));
}
