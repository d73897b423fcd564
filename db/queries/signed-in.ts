import type { Tx } from '../client';
import type { userProfiles } from '../schema/user-profiles';
import type { users } from '../schema/users';

type User = typeof users.$inferSelect;
type Profile = typeof userProfiles.$inferSelect;

export interface SignedInRow extends Pick<User, 'id' | 'email'> {
  first_name: Profile['first_name'] | null;
  last_name: Profile['last_name'] | null;
  /** Of the actor's site, or of the first one: by whose clock they read. */
  zone: string;
  clinic_name: string | null;
  /** What they have chosen for themself. */
  own_zone: User['zone'];
}

/** Who is acting, as the frame of every page shows it. */
export async function findSignedIn(tx: Tx): Promise<SignedInRow | null> {
  const [row] = await tx<SignedInRow[]>`
    select u.id, u.email, u.zone as own_zone, p.first_name, p.last_name, coalesce(c.zone, 'UTC') as zone, c.name as clinic_name
      from users u
      left join user_profiles p on p.user_id = u.id
      left join practitioners d on d.id = app.practitioner_id()
      left join patients s on s.id = app.patient_id()
      left join lateral (
        select zone, name from clinics order by id = coalesce(d.clinic_id, s.clinic_id) desc nulls last, id limit 1
      ) c on true
     where u.id = app.user_id()`;
  return row ?? null;
}
