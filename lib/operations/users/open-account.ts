import type { OwnAccountRow } from '#db/queries/own-account';
import { open } from '#lib/crypto/seal';

/** The row of an account in plain text, as the wire words it. */
export function openAccount({ id, role, is_verified, locale, profile_version, ...row }: OwnAccountRow) {
  return {
    id,
    email: open('users.email', id, row.email),
    role,
    is_verified,
    locale,
    version: profile_version,
    first_name: row.first_name && open('user_profiles.first_name', id, row.first_name),
    last_name: row.last_name && open('user_profiles.last_name', id, row.last_name),
    phone_number: row.phone_number && open('user_profiles.phone_number', id, row.phone_number),
    date_of_birth: row.date_of_birth && open('user_profiles.date_of_birth', id, row.date_of_birth),
    address: row.address && open('user_profiles.address', id, row.address),
    profile_picture_url:
      row.profile_picture_url && open('user_profiles.profile_picture_url', id, row.profile_picture_url),
    created_at: row.created_at.toString(),
    updated_at: row.updated_at.toString(),
  };
}
