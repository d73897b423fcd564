import { redirect } from 'next/navigation';
import { rewritePortalSecret } from '#lib/auth/portal/session';
import { stepUp } from '#lib/operations/auth/step-up';
import { homeOf, safeNext } from '#lib/platform/paths';
import { attempt } from './action';
import type { FormState } from './form-state';
import { anybody } from './page-person';

/** `method`, `code` or `password`, and `next` of a form. Goes on to what was to be protected. */
export async function portalStepUp(form: FormData): Promise<FormState> {
  const { role } = await anybody();
  const next = form instanceof FormData ? form.get('next') : null;
  if (form instanceof FormData) form.delete('next');
  const outcome = await attempt(stepUp, form);
  if ('state' in outcome) return outcome.state;
  await rewritePortalSecret(outcome.output.secret);
  return redirect(safeNext(typeof next === 'string' ? next : null) ?? homeOf(role));
}
