import { portalSession } from '#lib/auth/portal/session';
import type { Operation } from '#lib/operations/define';
import { claimsOfRole, type RunContext } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import { requestFacts } from './next-request';

/** The context of a run for whoever's browser asks. The cookie's role is a hint; the session row decides. */
export async function portalContext({ declaration }: Operation): Promise<RunContext> {
  const [request, session] = await Promise.all([requestFacts(), declaration.public ? null : portalSession()]);
  if (!session) return { caller: { kind: 'anonymous' }, request, clock: systemClock };
  const { ref, roleHint } = session;
  const scopes = claimsOfRole(roleHint);
  return {
    caller: { kind: 'user', door: 'portal', session: ref, user_id: null, scopes },
    request,
    clock: systemClock,
  };
}
