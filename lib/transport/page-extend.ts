import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { extendOwnSession } from '#lib/operations/sessions/extend';
import { portalContext } from './portal-caller';

/** Whoever is at this browser says that they are there. False where the session has ended already. */
export async function extendPortalSession(): Promise<boolean> {
  try {
    await run(extendOwnSession, {}, await portalContext(extendOwnSession));
    return true;
  } catch (error) {
    if (isOperationError(error)) return false;
    throw error;
  }
}
