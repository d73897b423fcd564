import { z } from 'zod';
import { findOwnDraft } from '#db/queries/drafts';
import { blindIndex } from '#lib/crypto/blind-index';
import { open } from '#lib/crypto/seal';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { draftFields, draftForm } from './draft-fields';

/** What the actor has typed into that form and not sent; nothing is an answer like another. */
export const getDraft = defineOperation({
  name: 'drafts.get',
  kind: 'query',
  rest: 'GET /users/me/drafts/{form}',
  summary: 'What you typed into a form and did not send',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({ form: draftForm }),
  output: z.strictObject({
    draft: z.strictObject({ fields: draftFields, saved_at: z.iso.datetime() }).nullable(),
  }),
  errors: [],
  audit: { event: 'VIEW_DRAFT', resource: 'draft' },
  example: { input: { form: 'profile' }, output: { draft: null } },
  subject: ownRows,

  async handle({ tx, input, audit }) {
    const row = await findOwnDraft(tx, blindIndex('draft', input.form));
    if (!row) return { draft: null };
    audit({ resource_id: row.id });
    const fields = draftFields.parse(JSON.parse(open('drafts.content', row.id, row.content)));
    return { draft: { fields, saved_at: row.updated_at.toString() } };
  },
});
