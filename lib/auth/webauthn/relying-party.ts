import { env } from '#lib/platform/env';

interface RelyingParty {
  readonly name: string;
  /** WebAuthn Level 3, 5.1.2: the host that a passkey belongs to. */
  readonly id: string;
  /** The one origin whose pages may ask for it. */
  readonly origin: string;
}

/** By configuration, never by the Host of a request: that is for its sender to choose. */
export function relyingParty(): RelyingParty {
  const { hostname, origin } = env().publicUrl;
  return { name: 'MediSecure', id: hostname, origin };
}
