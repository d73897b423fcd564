import { z } from 'zod';
import { listSessionsOf } from '#db/queries/administered-accounts';
import { userId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { exampleOthersSession, othersSession, viewSession } from './account-facts';
import { accountSubject } from './account-subject';
import { examplePerson } from './person';

/** Where an account is signed in, for an admin who helps its owner. */
export const listPersonSessions = defineOperation({
  name: 'people.sessions',
  kind: 'query',
  rest: 'GET /admin/users/{id}/sessions',
  summary: 'Where an account is signed in',
  permission: 'admin:users',
  stepUp: 'none',
  input: z.strictObject({ id: userId }),
  output: z.strictObject({ items: z.array(othersSession) }),
  errors: ['not_found'],
  audit: { event: 'LIST_SESSIONS', resource: 'user', details: ['id'] },
  example: { input: { id: examplePerson.id }, output: { items: [exampleOthersSession] } },
  subject: accountSubject,

  async handle({ tx, subject }) {
    return { items: (await listSessionsOf(tx, subject.user_id)).map(viewSession) };
  },
});
