import { z } from 'zod';
import {
  countComingVisitsOf,
  findLastSignInOf,
  findNewestReason,
  listFactorsOf,
} from '#db/queries/administered-accounts';
import { listOpenApprovalsOf } from '#db/queries/approvals';
import { open } from '#lib/crypto/seal';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { othersFactor, viewFactor } from './account-facts';
import { accountSubject } from './account-subject';
import { examplePerson, openPerson, person } from './person';

/** S48: one account as administration sees it: who it is and how it is protected, nothing clinical. */
export const getAccount = defineOperation({
  name: 'people.get-account',
  kind: 'query',
  rest: 'GET /admin/users/{id}',
  summary: 'One account, for an admin',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ id: userId }),
  output: person.extend({
    last_sign_in: z.iso.datetime().nullable(),
    /** Why it is shut. */
    disabled_reason: z.string().nullable(),
    factors: z.array(othersFactor),
    /** How many visits stand with a doctor. */
    coming_visits: z.int(),
    /** What waits for a second admin, or for its time. */
    open_approvals: z.array(z.strictObject({ id: z.uuid(), kind: z.enum(['recovery', 'grant_role']) })),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_USER', resource: 'user', details: ['id'] },
  example: {
    input: { id: examplePerson.id },
    output: {
      ...examplePerson,
      last_sign_in: '2026-01-05T09:00:00Z',
      disabled_reason: null,
      factors: [
        {
          id: '01920000-0000-7000-8000-000000000007',
          kind: 'totp',
          confirmed_at: '2026-01-05T09:00:00Z',
        },
      ],
      coming_visits: 0,
      open_approvals: [],
    },
  },
  subject: accountSubject,

  async handle({ tx, subject }) {
    const { user_id: id, row } = subject;
    const [factors, lastSignIn, reason, waiting, comingVisits] = await Promise.all([
      listFactorsOf(tx, id),
      findLastSignInOf(tx, id),
      row.disabled_at && findNewestReason(tx, id),
      listOpenApprovalsOf(tx, id),
      countComingVisitsOf(tx, id),
    ]);
    return {
      ...openPerson(row),
      last_sign_in: lastSignIn?.toString() ?? null,
      disabled_reason: reason && open('account_reasons.text', reason.id, reason.text),
      factors: factors.map(viewFactor),
      coming_visits: comingVisits,
      open_approvals: waiting.map(({ id: approval, kind }) => ({ id: approval, kind })),
    };
  },
});
