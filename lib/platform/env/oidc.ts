import { z } from 'zod';
import { isLoopback } from './loopback';

/** OpenID Connect Discovery 1.0, section 3: https, without query or fragment; http only for this machine. */
const issuer = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  return safe && !url.search && !url.hash && !url.username && !url.password;
}, 'OIDC_ISSUER must be the https address of the identity provider, as its discovery document writes it.');

/** Sign-in of staff by the clinic's own identity provider. */
export const oidcVariables = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'OIDC_NAME stands on a button: 60 characters at most.').optional(),
  OIDC_TRUST_AMR: z.literal('yes', 'OIDC_TRUST_AMR must be yes or left out.').optional(),
};

type Given = z.infer<z.ZodObject<typeof oidcVariables>>;

export interface Oidc {
  /** To the letter what `iss` of an ID token says. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What staff call it, for the button; undefined where nobody said. */
  readonly name: string | undefined;
  /** The operator vouches for what the provider says about second factors (RFC 8176). */
  readonly trustAmr: boolean;
}

const needed = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const names = Object.keys(oidcVariables) as (keyof Given)[];

/** Half a configuration would be a button that leads nowhere. */
export function oidcFaults(given: Given): string[] {
  const missing = needed.filter((name) => !given[name]);
  if (missing.length === 0 || names.every((name) => !given[name])) return [];
  return [`Single sign-on needs ${missing.join(' and ')} as well, or no OIDC variable at all.`];
}

export function readOidc(given: Given): Oidc | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_TRUST_AMR } = given;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined;
  const trustAmr = OIDC_TRUST_AMR === 'yes';
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    name: OIDC_NAME,
    trustAmr,
  };
}
