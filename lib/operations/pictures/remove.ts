import { z } from 'zod';
import { deleteOwnPicture } from '#db/queries/profile-pictures';
import { lockOwnUser, markAccountChanged } from '#db/queries/users';
import { defineOperation } from '../define';
import { saveProfile } from '../users/save-profile';

/** Without a picture again. */
export const removePicture = defineOperation({
  name: 'pictures.remove',
  kind: 'command',
  rest: 'DELETE /users/me/picture',
  successStatus: 204,
  summary: 'Remove your picture',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.void(),
  errors: [],
  audit: { event: 'REMOVE_PICTURE', resource: 'user' },
  example: { input: {}, output: undefined },
  subject: async ({ tx }) => {
    const user = await lockOwnUser(tx);
    return user && { type: 'account', user_id: user.id };
  },

  async handle({ tx, now, subject: { user_id }, audit }) {
    await deleteOwnPicture(tx);
    await saveProfile(tx, user_id, { profile_picture_url: null }, now);
    await markAccountChanged(tx, user_id, undefined);
    audit({ resource_id: user_id });
  },
});
