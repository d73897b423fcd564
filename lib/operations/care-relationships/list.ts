import { z } from 'zod';
import { listCare } from '#db/queries/care-grants';
import { listInvitedNames, listOpenInvitations } from '#db/queries/carer-invitations';
import { defineOperation } from '../define';
import { chartSubject } from '../patients/find-chart';
import { careView, exampleCare, viewCare } from './care-view';
import { carerInvitationView, namesOf, viewInvitation } from './invitation-view';

/** Who may see your record now and why, who could before, and whom you have invited. */
export const listOwnCare = defineOperation({
  name: 'care-relationships.list',
  kind: 'query',
  rest: 'GET /care-relationships',
  summary: 'Who may see your record',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(careView), invitations: z.array(carerInvitationView) }),
  errors: [],
  audit: { event: 'LIST_CARE', resource: 'care_relationship' },
  example: { input: {}, output: { items: [exampleCare], invitations: [] } },
  subject: ({ tx }) => chartSubject(tx, undefined),

  async handle({ tx, actor, subject }) {
    if (subject.type === 'own') return { items: [], invitations: [] };
    const [rows, invited, waiting] = await Promise.all([
      listCare(tx, subject.patient_id, ['treating', 'consulting', 'carer']),
      listInvitedNames(tx, subject.patient_id),
      listOpenInvitations(tx, subject.patient_id),
    ]);
    const names = new Map<string | null, ReturnType<typeof namesOf>>(
      invited.map((row) => [row.id, namesOf(row)]),
    );
    return {
      items: rows.map((row) => viewCare(row, actor, names.get(row.source_id))),
      invitations: waiting.map(viewInvitation),
    };
  },
});
