import { z } from 'zod';
import { findOwnAccount } from '#db/queries/own-account';
import { defineOperation } from '../define';
import { exportAccount, exportedAccount } from './exported-account';
import { exportChart, exportedChart } from './exported-chart';
import { openAccount } from './open-account';
import { exampleProfile, ownProfile } from './own-profile';

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
  output: z.strictObject({
    exported_at: z.iso.datetime(),
    profile: ownProfile,
    ...exportedAccount,
    ...exportedChart,
  }),
  errors: [],
  audit: { event: 'EXPORT_OWN_DATA', resource: 'user' },
  losslessNumbers: true,
  example: {
    input: {},
    output: {
      exported_at: '2026-01-05T09:00:00Z',
      profile: exampleProfile,
      ...{ factors: [], devices: [], sessions: [], appointments: [], records: [] },
      ...{ refill_requests: [], amendment_requests: [] },
    },
  },

  subject: async ({ tx }) => {
    const row = await findOwnAccount(tx);
    return row && { type: 'account', user_id: row.id, row };
  },

  async handle({ tx, actor, now, subject, audit }) {
    const [account, chart] = [await exportAccount(tx, actor), await exportChart(tx, actor, now)];
    const { patient_id, practitioner_id } = actor;
    audit({
      resource_id: subject.user_id,
      ...(patient_id && { patient_id }),
      additional_info: { appointments: chart.appointments.length, records: chart.records.length },
    });
    const ids = { ...(patient_id && { patient_id }), ...(practitioner_id && { practitioner_id }) };
    const profile = { ...openAccount(subject.row), ...ids };
    return { exported_at: now.toString(), profile, ...account, ...chart };
  },
});
