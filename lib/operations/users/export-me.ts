import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { defineOperation } from '../define';
import { copyOf, exampleCopy, ownCopy } from './own-copy';

/**
 * S43: a copy of what is held about the actor, to be taken along: the account and, of a patient, visits and records
 * (GDPR, articles 15 and 20). No secret is among it, and nothing of anybody else.
 */
export const exportMe = defineOperation({
  name: 'users.export-me',
  kind: 'query',
  rest: 'GET /users/me/export',
  summary: 'A copy of your own data',
  permission: 'read:profile',
  stepUp: 'recent',
  input: z.strictObject({}),
  output: ownCopy,
  errors: [],
  audit: { event: 'EXPORT_OWN_DATA', resource: 'user' },
  losslessNumbers: true,
  example: { input: {}, output: exampleCopy },

  subject: async ({ tx }) => {
    const row = await findOwnAccount(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  async handle({ tx, actor, now, subject, audit }) {
    const copy = await copyOf(tx, actor, subject.row, now);
    const { patient_id } = actor;
    audit({
      resource_id: subject.user_id,
      ...(patient_id && { patient_id }),
      additional_info: { appointments: copy.appointments.length, records: copy.records.length },
    });
    return copy;
  },
});
