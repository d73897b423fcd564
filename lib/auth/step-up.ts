import type { Tx } from '#db/client';
import { markSecondFactor, type SecondFactorKind } from '#db/queries/sessions';
import type { Id } from '#lib/platform/ids';

/** The session has proven afresh that its owner is there: sensitive acts are open for five minutes. */
export function markSteppedUp(tx: Tx, sessionId: Id<'sessions'>, kind: SecondFactorKind): Promise<void> {
  return markSecondFactor(tx, sessionId, kind);
}
