import { become, withActor } from '#db/client';
import { insertRow } from '#db/rows';
import { userDevices } from '#db/schema/user-devices';
import type { Caller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { type Id, newId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { signIn } from './account';

/** A token says whose it is; of a cookie its session tells. */
async function ownerOf(clock: Clock, caller: Caller): Promise<Id<'users'> | null> {
  if (caller.kind !== 'user' || caller.user_id) return caller.kind === 'user' ? caller.user_id : null;
  const actor = {
    kind: 'user',
    session: caller.session,
    now: clock.now(),
    requestId: newRequestId(),
  } as const;
  return withActor(actor, async (_tx, session) => session?.user_id ?? null).catch(() => null);
}

/** Another session of whoever calls; of nobody one that there is not. */
export async function anotherSession(clock: Clock, caller: Caller): Promise<Id<'sessions'>> {
  const id = await ownerOf(clock, caller);
  if (!id) return newId('sessions');
  const account = { id, role: 'patient', email: '' } as const;
  return (await signIn(clock, account)).session.id;
}

/** A device of whoever calls, on which nobody is signed in; of nobody one that there is not. */
export async function knownDevice(clock: Clock, caller: Caller): Promise<Id<'user_devices'>> {
  const [id, user_id, now] = [newId('user_devices'), await ownerOf(clock, caller), clock.now()];
  if (!user_id) return id;
  await withActor({ kind: 'anonymous', now, requestId: newRequestId() }, async (tx) => {
    await become(tx, user_id);
    const seen = { name: 'Firefox · Linux', first_seen_at: now, last_seen_at: now };
    const fingerprint_hash = Buffer.from(id.replaceAll('-', '').repeat(2), 'hex');
    await insertRow(tx, userDevices, { id, user_id, fingerprint_hash, ...seen });
  });
  return id;
}
