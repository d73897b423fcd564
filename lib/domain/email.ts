import { z } from 'zod';
import { InvalidEmail, normaliseEmail } from './normalise-email';

/** An e-mail address in the one form in which it is compared and written to. */
export const emailAddress = z
  .string()
  .max(320)
  .transform((text, context) => {
    try {
      return normaliseEmail(text);
    } catch (error) {
      if (!(error instanceof InvalidEmail)) throw error;
      context.addIssue({ code: 'custom', message: 'invalid_email' });
      return z.NEVER;
    }
  });
