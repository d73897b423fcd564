import type { Tx } from '../client';
import type { userProfiles } from '../schema/user-profiles';
import type { users } from '../schema/users';

type User = typeof users.$inferSelect;
type Profile = typeof userProfiles.$inferSelect;
type ProfileField = Exclude<keyof Profile, 'user_id' | 'created_at' | 'updated_at'>;

export type OwnAccountRow = Pick<
  User,
  'id' | 'email' | 'role' | 'is_verified' | 'locale' | 'profile_version' | 'created_at' | 'updated_at'
> & {
  [Field in ProfileField]: Profile[Field] | null;
};

/** The actor's account and what they tell about themself; null fields where there is no profile yet. */
export async function findOwnAccount(tx: Tx): Promise<OwnAccountRow | null> {
  const [row] = await tx<OwnAccountRow[]>`
    select u.id, u.email, u.role, u.is_verified, u.locale, u.profile_version, u.created_at,
           greatest(u.updated_at, p.updated_at) as updated_at,
           p.first_name, p.last_name, p.phone_number, p.date_of_birth, p.address, p.profile_picture_url
      from users u
      left join user_profiles p on p.user_id = u.id
     where u.id = app.user_id()`.execute();
  return row ?? null;
}
