import { pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, sealed } from '../columns';
import { users } from './users';

/** The portrait of an account, small enough for one cell. A new one takes the place of the last. */
export const profilePictures = pgTable(
  'profile_pictures',
  {
    id: id('profile_pictures').primaryKey(),
    user_id: id('users')
      .notNull()
      .references(() => users.id),
    content: sealed('profile_pictures.content').notNull(),
    created_at: instant().notNull(),
  },
  (row) => [uniqueIndex('profile_pictures_user').on(row.user_id)],
);
