import { z } from 'zod';
import { passwordFaults } from '#lib/domain/password-policy';
import { env } from '#lib/platform/env';

/** A password to be set: every rule that it breaks is told at once. Taken exactly as it was typed. */
export const newPassword = z.string().superRefine((password, context) => {
  for (const fault of passwordFaults(password, env().passwordPolicy)) {
    context.addIssue({ code: 'custom', message: fault });
  }
});
