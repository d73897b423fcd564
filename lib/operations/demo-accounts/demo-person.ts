import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { insertFactor } from '#db/queries/factors';
import { insertProfile } from '#db/queries/user-profiles';
import { seal } from '#lib/crypto/seal';
import { freeText } from '#lib/domain/free-text';
import { type Id, newId } from '#lib/platform/ids';
import { demoTotpSecret } from './demo-credentials';

/** What the account of an invented person tells about them. */
export const demoProfile = z.strictObject({
  first_name: freeText(100),
  last_name: freeText(100),
  date_of_birth: z.iso.date().nullable().default(null),
  address: freeText(500).nullable().default(null),
});

export async function addDemoProfile(
  tx: Tx,
  userId: Id<'users'>,
  { first_name, last_name, date_of_birth, address }: z.output<typeof demoProfile>,
  now: Temporal.Instant,
): Promise<void> {
  await insertProfile(tx, {
    user_id: userId,
    first_name: seal('user_profiles.first_name', userId, first_name),
    last_name: seal('user_profiles.last_name', userId, last_name),
    date_of_birth: date_of_birth ? seal('user_profiles.date_of_birth', userId, date_of_birth) : null,
    address: address ? seal('user_profiles.address', userId, address) : null,
    created_at: now,
    updated_at: now,
  });
}

/** A second factor that has been confirmed, so that the account can be used at once. */
export async function addDemoFactor(
  tx: Tx,
  userId: Id<'users'>,
  email: string,
  now: Temporal.Instant,
): Promise<void> {
  const id = newId('factors');
  await insertFactor(tx, {
    id,
    user_id: userId,
    kind: 'totp',
    secret: seal('factors.secret', id, demoTotpSecret(email)),
    confirmed_at: now,
    created_at: now,
  });
}
