import { z } from 'zod';
import { deleteOwnDraft } from '#db/queries/drafts';
import { blindIndex } from '#lib/crypto/blind-index';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { draftForm } from './draft-fields';

/** The form was sent, or its writer starts anew: what was kept of it goes. */
export const discardDraft = defineOperation({
  name: 'drafts.discard',
  kind: 'command',
  rest: 'DELETE /users/me/drafts/{form}',
  successStatus: 204,
  summary: 'Forget what was typed into a form',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({ form: draftForm }),
  output: z.void(),
  errors: [],
  audit: { event: 'DISCARD_DRAFT', resource: 'draft' },
  example: { input: { form: 'profile' }, output: undefined },
  subject: ownRows,

  async handle({ tx, input, audit }) {
    const discarded = await deleteOwnDraft(tx, blindIndex('draft', input.form));
    audit({ additional_info: { discarded } });
  },
});
