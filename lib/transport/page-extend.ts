import { forgetEnds } from '#lib/auth/session-state-cache';
import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { extendOwnSession } from '#lib/operations/sessions/extend';
import { portalContext } from './portal-caller';

/** Whoever is at this browser says that they are there. False where the session has ended already. */
export async function extendPortalSession(): Promise<boolean> {
  try {
    const context = await portalContext(extendOwnSession);
    await run(extendOwnSession, {}, context);
    // The page asks at once when its session ends now.
    if (context.caller.kind === 'user') await forgetEnds(context.caller.session);
    return true;
  } catch (error) {
    if (isOperationError(error)) return false;
    throw error;
  }
}
