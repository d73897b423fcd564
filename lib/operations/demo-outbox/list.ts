import { z } from 'zod';
import { listMessages } from '#db/queries/outbox';
import { openMail } from '#lib/notify/open-mail';
import { env } from '#lib/platform/env';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

const mostItems = 200;

const mail = z.strictObject({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  links: z.array(z.url()),
  created_at: z.iso.datetime(),
});

/** The demo's mailbox: everybody may read everybody's mail there, so anywhere else it does not exist. */
export const listDemoOutbox = defineOperation({
  name: 'demo-outbox.list',
  kind: 'query',
  rest: 'GET /demo/outbox',
  summary: 'The newest mails of the demo clinic',
  permission: 'admin:system',
  stepUp: 'none',
  jobs: ['demo-outbox'],
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(mail) }),
  errors: ['not_found'],
  audit: { event: 'LIST_DEMO_OUTBOX', resource: 'outbox' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000009',
          to: 'elsa.vargas@example.org',
          subject: 'Confirm your e-mail address',
          text: 'Hello, …',
          links: ['http://localhost:3000/verify-email?token=q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y'],
          created_at: '2026-01-05T09:00:00Z',
        },
      ],
    },
  },

  subject: () => (env().mode === 'demo' ? theClinic() : null),

  async handle({ tx }) {
    // Row security shows the outbox to the job alone: an admin who calls this by hand sees it empty.
    const rows = await listMessages(tx, mostItems);
    return {
      items: rows.map((row) => {
        const { to, subject, text, link } = openMail(row);
        return { id: row.id, to, subject, text, links: [link], created_at: row.created_at.toString() };
      }),
    };
  },
});
