import { z } from 'zod';
import { extendSession } from '#db/queries/sessions';
import { OperationError } from '#lib/errors/operation-error';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';

/** S11: a person who was warned says that they are there (WCAG 2.2.1). The absolute limit stays where it is. */
export const extendOwnSession = defineOperation({
  name: 'sessions.extend',
  kind: 'command',
  rest: 'POST /users/me/sessions/current/extend',
  summary: 'Stay signed in',
  permission: 'write:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    /** Null: API clients have no idle limit. */
    idle_ends_at: z.iso.datetime().nullable(),
    expires_at: z.iso.datetime(),
  }),
  errors: [],
  audit: { event: 'EXTEND_SESSION', resource: 'session' },
  example: {
    input: {},
    output: { idle_ends_at: '2026-01-05T09:30:00Z', expires_at: '2026-01-06T09:00:00Z' },
  },
  subject: ownRows,

  async handle({ tx, actor, audit }) {
    audit({ resource_id: actor.session_id });
    const row = await extendSession(tx, actor.session_id);
    if (!row) throw new OperationError('unauthenticated');
    const { last_activity_at: active, idle_timeout_seconds: seconds, expires_at } = row;
    const idle_ends_at = seconds === null ? null : active.add({ seconds }).toString();
    return { idle_ends_at, expires_at: expires_at.toString() };
  },
});
