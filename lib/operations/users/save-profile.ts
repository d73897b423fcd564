import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertProfile, markProfileChanged } from '#db/queries/user-profiles';
import type { Sealed } from '#lib/crypto/columns';
import { seal } from '#lib/crypto/seal';
import type { Id } from '#lib/platform/ids';

const fields = [
  'first_name',
  'last_name',
  'phone_number',
  'date_of_birth',
  'address',
  'profile_picture_url',
] as const;

type Field = (typeof fields)[number];
type Profile = { readonly [F in Field]?: string | null | undefined };
type SealedProfile = { [F in Field]?: Sealed<`user_profiles.${F}`> | null };

/** Seals the given fields for their cells. Left out stays left out, null stays null. */
function sealed(id: Id<'users'>, profile: Profile): SealedProfile {
  const given = fields.filter((field) => profile[field] !== undefined);
  return Object.fromEntries(
    given.map((field) => {
      const text = profile[field] ?? null;
      return [field, text === null ? null : seal(`user_profiles.${field}`, id, text)];
    }),
  );
}

/** Writes the profile of an account, whose row the caller holds; an imported account may have none yet. */
export async function saveProfile(
  tx: Tx,
  userId: Id<'users'>,
  profile: Profile,
  now: Temporal.Instant,
): Promise<void> {
  const row = { ...sealed(userId, profile), updated_at: now };
  const found = await markProfileChanged(tx, userId, row);
  if (!found) await insertProfile(tx, { ...row, user_id: userId, created_at: now });
}
