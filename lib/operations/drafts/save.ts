import { z } from 'zod';
import { deleteOldestOwnDrafts, replaceOwnDraft } from '#db/queries/drafts';
import { lockOwnUser } from '#db/queries/users';
import { blindIndex } from '#lib/crypto/blind-index';
import { seal } from '#lib/crypto/seal';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { draftFields, draftForm } from './draft-fields';

const keptHours = 24;
const keptForms = 20;

/** S11: what somebody has typed and not sent outlives their session, sealed, for them alone and for a day. */
export const saveDraft = defineOperation({
  name: 'drafts.save',
  kind: 'command',
  rest: 'PUT /users/me/drafts/{form}',
  successStatus: 204,
  summary: 'Keep what was typed into a form',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ form: draftForm, fields: draftFields }),
  output: z.void(),
  errors: [],
  audit: { event: 'SAVE_DRAFT', resource: 'draft' },
  example: {
    input: { form: 'profile', fields: [{ name: 'address', value: '1 Harbour Road' }] },
    output: undefined,
  },
  throttle: ({ caller }) => (caller.kind === 'user' ? [{ limit: 'draft_save', key: caller.session.id }] : []),

  subject: async ({ tx }) => {
    const user = await lockOwnUser(tx);
    return user && { type: 'account', user_id: user.id };
  },

  async handle({ tx, now, input, subject: { user_id }, audit }) {
    const id = newId('drafts');
    await replaceOwnDraft(tx, {
      id,
      user_id,
      form_hash: blindIndex('draft', input.form),
      content: seal('drafts.content', id, JSON.stringify(input.fields)),
      updated_at: now,
      expires_at: now.add({ hours: keptHours }),
    });
    await deleteOldestOwnDrafts(tx, user_id, keptForms);
    audit({ resource_id: id });
  },
});
