import { z } from 'zod';
import { listMessages } from '#db/queries/outbox';
import { type OpenMessage, openMessage } from '#lib/notify/open-message';
import { env } from '#lib/platform/env';
import { theClinic } from '#lib/policy/subject';
import { defineOperation } from '../define';

const mostItems = 200;

const message = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['mail', 'sms']),
  to: z.string(),
  /** Null for a text message. */
  subject: z.string().nullable(),
  text: z.string(),
  links: z.array(z.url()),
  created_at: z.iso.datetime(),
});

/** The demo's mailbox and phone: everybody may read everybody's messages there, so anywhere else it does not exist. */
export const listDemoOutbox = defineOperation({
  name: 'demo-outbox.list',
  kind: 'query',
  rest: 'GET /demo/outbox',
  summary: 'The newest mails and text messages of the demo clinic',
  permission: 'admin:system',
  stepUp: 'none',
  jobs: ['demo-outbox'],
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(message) }),
  errors: ['not_found'],
  audit: { event: 'LIST_DEMO_OUTBOX', resource: 'outbox' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000009',
          kind: 'mail',
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
      items: rows.map((row) => ({
        id: row.id,
        ...shown(openMessage(row)),
        created_at: row.created_at.toString(),
      })),
    };
  },
});

function shown({ kind, content }: OpenMessage) {
  const { to, text } = content;
  if (kind === 'sms') return { kind, to, subject: null, text, links: [] };
  return { kind, to, subject: content.subject, text, links: [content.link] };
}
