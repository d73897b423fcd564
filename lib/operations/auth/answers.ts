import { z } from 'zod';

/** RFC 6749, section 5.1, in the words of version 1. */
export const tokenPair = z.strictObject({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
  scope: z.string(),
});

/** The password was right; the second factor is still owed. */
export const secondFactorRequired = z.strictObject({
  mfa_required: z.literal(true),
  mfa_token: z.string(),
  /** The strongest first. */
  methods: z.array(z.enum(['webauthn', 'totp', 'sms', 'recovery_code'])),
});

/** The same over the API. A passkey answers alone at `/auth/webauthn/login`; who has nothing else finds no method here. */
export const codeRequired = secondFactorRequired.extend({
  methods: z.array(z.enum(['totp', 'sms', 'recovery_code'])),
});

/** The portal's own proof that sign-in is complete, good for one session within a minute. */
export const sessionTicket = z.strictObject({ ticket: z.string() });

export const exampleTokenPair = {
  access_token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IjEifQ.e30.c2ln',
  refresh_token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y',
  token_type: 'bearer',
  expires_in: 900,
  scope: 'read:profile write:profile',
} as const;

export const exampleSecondFactor = {
  mfa_required: true as const,
  mfa_token: 'b8rT1sV2wX4yq1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6',
  methods: ['totp' as const, 'recovery_code' as const],
};
