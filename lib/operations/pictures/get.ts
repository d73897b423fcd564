import { z } from 'zod';
import { findPicture } from '#db/queries/profile-pictures';
import { openContent } from '#lib/crypto/seal-content';
import { pictureId } from '#lib/platform/ids';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { fileBytes } from '../documents/file-bytes';
import { examplePicture } from './set';

/** A portrait, for its owner, those who may open the owner's chart, and the patients of the doctor whom it shows. */
export const getPicture = defineOperation({
  name: 'pictures.get',
  kind: 'query',
  rest: 'GET /pictures/{id}',
  summary: 'A portrait',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({ id: pictureId }),
  output: z.strictObject({ content: fileBytes }),
  errors: ['not_found'],
  audit: { event: 'VIEW_PICTURE', resource: 'user' },
  oneRead: true,
  example: { input: { id: '01920000-0000-7000-8000-000000000080' }, output: { content: examplePicture } },
  // Row security picks the rows, because what makes one visible hangs on care and not on the owner.
  subject: async ({ tx, input }) => {
    const row = await findPicture(tx, input.id);
    return row && { ...ownRows(), row };
  },

  handle({ subject: { row }, audit }) {
    audit({ resource_id: row.user_id });
    return { content: openContent('profile_pictures.content', row.id, row.content) };
  },
});
