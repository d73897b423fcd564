import { z } from 'zod';
import { passwordFaults } from '#lib/domain/password-policy';
import { env } from '#lib/platform/env';

/**
 * A password to be set: every rule that it breaks is told at once. Taken exactly as it was typed: what counts as one of
 * its 128 characters can have been typed as four (Unicode, NFC).
 */
export const newPassword = z
  .string()
  .meta({ maxLength: 512 })
  .superRefine((password, context) => {
    for (const fault of passwordFaults(password, env().passwordPolicy)) {
      context.addIssue({ code: 'custom', message: fault });
    }
  });
