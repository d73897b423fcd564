import { become, withActor } from '#db/client';
import { findNewestFactor } from '#db/queries/factors';
import type { UserActor } from '#lib/policy/actor';
import type { Moment } from './moment';
import { firstStep } from './second-factor';

/** Whether the code confirms the app that this session is setting up: a look for `prepare`, before slow work. */
export function isFirstCode(
  { user_id, session_id }: UserActor,
  code: string,
  moment: Moment,
): Promise<boolean> {
  return withActor({ kind: 'anonymous', ...moment }, async (tx) => {
    await become(tx, user_id);
    const factor = await findNewestFactor(tx);
    return factor !== null && firstStep(factor, code, session_id, moment.now) !== null;
  });
}
