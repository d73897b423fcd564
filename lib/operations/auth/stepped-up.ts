import { z } from 'zod';

/** What a session goes on with after a fresh proof. */
export const steppedUp = z.strictObject({
  /** The portal's new cookie secret; null for the API, whose access token goes on. */
  secret: z.string().nullable(),
});
