import { z } from 'zod';
import { getProtection, listOwnEvents, listOwnFactors } from '#db/queries/security-overview';
import { deviceName } from '#lib/auth/device';
import { open } from '#lib/crypto/seal';
import { nextProtectionStep, protectionSteps } from '#lib/domain/account-protection';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { mayUsePhone } from '../phones/allowed';

/** Of the owner's own trail: who came in, who did not, and what changed about how one comes in. */
const actions = ['LOGIN', 'LOGIN_FAILED', 'CONFIRM_FACTOR', 'END_SESSIONS', 'REFRESH_REUSED'] as const;
const moment = z.iso.datetime();

/** How well the account is protected, and the one thing to do about it. */
export const securityOverview = defineOperation({
  name: 'users.security-overview',
  kind: 'query',
  rest: 'GET /users/me/security',
  summary: 'How well your account is protected',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    next_step: z.enum(protectionSteps),
    password: z.strictObject({
      state: z.enum(['checked', 'unchecked', 'breached']),
      changed_at: moment.nullable(),
    }),
    factors: z.array(
      z.strictObject({
        kind: z.enum(['totp', 'sms', 'webauthn']),
        name: z.string().nullable(),
        confirmed_at: moment,
        last_used_at: moment.nullable(),
      }),
    ),
    /** Whether this account can have codes by text message. */
    phone_allowed: z.boolean(),
    recovery_codes_left: z.int(),
    sessions: z.int(),
    new_devices: z.int(),
    events: z.array(z.strictObject({ action: z.enum(actions), at: moment, device: z.string().nullable() })),
  }),
  errors: [],
  audit: { event: 'VIEW_SECURITY', resource: 'user' },
  example: {
    input: {},
    output: {
      next_step: 'make_recovery_codes',
      password: { state: 'checked', changed_at: '2026-01-05T09:00:00Z' },
      factors: [{ kind: 'totp', name: null, confirmed_at: '2026-01-05T09:00:00Z', last_used_at: null }],
      phone_allowed: true,
      recovery_codes_left: 0,
      sessions: 1,
      new_devices: 0,
      events: [{ action: 'LOGIN', at: '2026-01-05T09:00:00Z', device: 'Firefox · Linux' }],
    },
  },
  subject: ownRows,

  async handle({ tx, actor }) {
    const [row, factors, events] = await Promise.all([
      getProtection(tx, actor.session_id),
      listOwnFactors(tx),
      listOwnEvents(tx, actions),
    ]);
    const { password_state: state, recovery_codes_left, sessions, new_devices } = row;
    const counts = {
      factors: factors.length,
      strongFactors: factors.filter(({ kind }) => kind !== 'sms').length,
      recoveryCodesLeft: recovery_codes_left,
      newDevices: new_devices,
    };
    return {
      next_step: nextProtectionStep({ passwordState: state, ...counts }),
      password: { state, changed_at: row.password_changed_at?.toString() ?? null },
      factors: factors.map(({ id, kind, name, confirmed_at, last_used_at }) => ({
        kind,
        name: name && open('factors.name', id, name),
        confirmed_at: confirmed_at.toString(),
        last_used_at: last_used_at?.toString() ?? null,
      })),
      phone_allowed: mayUsePhone(actor.role),
      ...{ recovery_codes_left, sessions, new_devices },
      events: events.map(({ action, timestamp, user_agent }) => ({
        action: action as (typeof actions)[number],
        at: timestamp.toString(),
        device: deviceName(user_agent) || null,
      })),
    };
  },
});
