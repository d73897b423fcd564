import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a write to a page comes from a page of ours. A browser names the origin of every POST (Fetch, 3.2), so one with
 * cookies and no origin is none of its making; Next itself lets that pass (OWASP ASVS 5, 3.5.1 and 3.5.8).
 */
export function isOwnWrite(headers: IncomingHttpHeaders, protocol: string): boolean {
  const { origin, cookie, host } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (origin === undefined) return cookie === undefined;
  return origin === new URL(`${protocol}//${host}`).origin;
}
