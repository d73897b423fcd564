import { z } from 'zod';
import { emailAddress } from '#lib/domain/email';

/** No body of this area needs more; hashing is never fed what nobody would type. */
export const authBodyLimitBytes = 16 * 1024;

/** What a sign-in asks for. A password that no policy would have let in is just wrong, not ill-formed. */
export const credentials = z.strictObject({
  email: emailAddress,
  password: z.string().min(1).max(4096),
});

/** A token: ours are 256 bits in base64url. What is longer, such as an access token, is as wrong as an unknown one. */
export const opaqueToken = z.string().min(1).max(4096);
