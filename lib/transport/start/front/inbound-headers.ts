import type { IncomingMessage } from 'node:http';
import { type FrontDoor, frontDoorHeaders } from '#lib/platform/front-door';

const forgeable = new Set([
  'forwarded',
  'x-real-ip',
  'x-nonce',
  'x-request-id',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-matched-path',
  'x-prerender-revalidate',
  'next-resume',
  'upgrade',
]);

const forgeablePrefix = /^x-(?:forwarded|middleware|medisecure|invoke|now|vercel|next)-/;

/** Sent by Next's own client only while developing; in production they steer the inside of the server. */
const developing = /^x-nextjs-/;

interface Origin {
  protocol: string;
  host: string;
}

/**
 * Takes away every header by which a client could speak for a proxy, for our middleware or for Next itself, then
 * adds what is true. Next keeps a client's x-forwarded-for and compares a server action's Origin with
 * x-forwarded-host, so those are written here.
 */
export function replaceForgeable(
  request: IncomingMessage,
  door: FrontDoor,
  origin: Origin,
  dev: boolean,
): void {
  const { headers, rawHeaders } = request;
  const isForged = (name: string) =>
    forgeable.has(name) || forgeablePrefix.test(name) || (!dev && developing.test(name));
  for (const name of Object.keys(headers)) {
    if (isForged(name)) delete headers[name];
  }
  const kept = pairs(rawHeaders).filter(([name]) => !isForged(name.toLowerCase()));
  const added = { ...frontDoorHeaders(door), ...forwarded(door, origin) };
  Object.assign(headers, added);
  request.rawHeaders = [...kept, ...Object.entries(added)].flat();
}

function forwarded({ address }: FrontDoor, { protocol, host }: Origin): Record<string, string> {
  const port = /:(\d+)$/.exec(host)?.[1];
  return {
    'x-forwarded-proto': protocol.replace(':', ''),
    'x-forwarded-host': host,
    'x-forwarded-port': port || (protocol === 'https:' ? '443' : '80'),
    ...(address && { 'x-forwarded-for': address }),
  };
}

function pairs(raw: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return found;
}
