import { z } from 'zod';
import { replaceOwnPicture } from '#db/queries/profile-pictures';
import { lockOwnUser, markAccountChanged } from '#db/queries/users';
import { sealContent } from '#lib/crypto/seal-content';
import { OperationError } from '#lib/errors/operation-error';
import { kindOf } from '#lib/files/file-kind';
import { portraitOf } from '#lib/files/picture';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { fileBytes } from '../documents/file-bytes';
import { unreadable } from '../documents/receive-file';
import { saveProfile } from '../users/save-profile';
import { pictureAddress } from './picture-address';

const imageTypes = ['image/jpeg', 'image/png', 'image/webp'];

/** One pixel. */
export const examplePicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** S32: an image becomes a small portrait, made anew, in the place of the one before. */
export const setPicture = defineOperation({
  name: 'pictures.set',
  kind: 'command',
  rest: 'PUT /users/me/picture',
  summary: 'Set your picture',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ content: fileBytes }),
  output: z.strictObject({ id: z.uuid(), profile_picture_url: z.string() }),
  errors: ['file_not_accepted'],
  audit: { event: 'SET_PICTURE', resource: 'user' },
  consumes: ['application/octet-stream', ...imageTypes],
  example: {
    input: { content: examplePicture },
    output: {
      id: '01920000-0000-7000-8000-000000000080',
      profile_picture_url: pictureAddress('01920000-0000-7000-8000-000000000080'),
    },
  },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'document_upload', key: caller.session.id }] : [],

  async prepare({ input: { content } }) {
    const type = await kindOf(content, undefined);
    if (type === null || !imageTypes.includes(type)) throw new OperationError('file_not_accepted');
    return portraitOf(content).catch((error: unknown) => {
      throw error instanceof Error && error.name === 'BrokenImage' ? unreadable() : error;
    });
  },
  subject: async ({ tx }) => {
    const user = await lockOwnUser(tx);
    return user && { type: 'account', user_id: user.id };
  },

  async handle({ tx, now, prepared: portrait, subject: { user_id }, audit }) {
    const id = newId('profile_pictures');
    const content = sealContent('profile_pictures.content', id, portrait);
    await replaceOwnPicture(tx, { id, user_id, content, created_at: now });
    const profile_picture_url = pictureAddress(id);
    await saveProfile(tx, user_id, { profile_picture_url }, now);
    await markAccountChanged(tx, user_id, undefined);
    audit({ resource_id: user_id });
    return { id, profile_picture_url };
  },
});
