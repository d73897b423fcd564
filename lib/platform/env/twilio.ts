import { z } from 'zod';
import { isLoopback } from './loopback';

const apiUrl = z
  .string()
  .refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    return safe && url.pathname === '/' && !url.search && !url.hash && !url.username;
  }, 'TWILIO_API_URL must be an https address without a path, such as https://api.twilio.com.')
  .transform((value) => new URL(value));

/** Codes and notices by text message. */
export const twilioVariables = {
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(
      /^AC[0-9a-f]{32}$/,
      'TWILIO_ACCOUNT_SID begins with AC and 32 hexadecimal figures follow: copy it from your Twilio account.',
    )
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_FROM: z
    .string()
    .regex(
      /^(?:\+[1-9]\d{6,14}|[A-Za-z0-9 ]{1,11})$/,
      'TWILIO_FROM must be a number of yours such as +15550100999, or a sender name of up to 11 letters.',
    )
    .optional(),
  TWILIO_API_URL: apiUrl.default(new URL('https://api.twilio.com')),
};

type Given = z.infer<z.ZodObject<typeof twilioVariables>>;

export interface Twilio {
  readonly accountSid: string;
  readonly authToken: string;
  /** The number or the name that messages come from. */
  readonly from: string;
  /** Twilio's, or a server that speaks its protocol. */
  readonly apiUrl: URL;
}

const needed = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] as const;

/** Half a configuration would promise codes that never go out. */
export function twilioFaults(given: Given): string[] {
  const missing = needed.filter((name) => !given[name]);
  if (missing.length === 0 || missing.length === needed.length) return [];
  return [`Text messages need ${missing.join(' and ')} as well, or no TWILIO variable at all.`];
}

export function readTwilio(given: Given): Twilio | undefined {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_API_URL } = given;
  if (!TWILIO_ACCOUNT_SID || !TWILIO_AUTH_TOKEN || !TWILIO_FROM) return undefined;
  return {
    accountSid: TWILIO_ACCOUNT_SID,
    authToken: TWILIO_AUTH_TOKEN,
    from: TWILIO_FROM,
    apiUrl: TWILIO_API_URL,
  };
}
