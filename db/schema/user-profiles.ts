import { pgTable } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { users } from './users';

/** What a person tells about themself for the account. Never copied back into the chart. */
export const userProfiles = pgTable('user_profiles', {
  user_id: id('users')
    .primaryKey()
    .references(() => users.id),
  first_name: sealed('user_profiles.first_name'),
  last_name: sealed('user_profiles.last_name'),
  phone_number: sealed('user_profiles.phone_number'),
  date_of_birth: sealed('user_profiles.date_of_birth'),
  address: sealed('user_profiles.address'),
  profile_picture_url: sealed('user_profiles.profile_picture_url'),
  created_at: instant().notNull(),
  updated_at: instant().notNull(),
});
