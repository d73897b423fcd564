import type { IncomingHttpHeaders } from 'node:http';
import type { Env } from '#lib/platform/env';
import { servesAnyHost } from './routing';

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** The values of Host that are ours. The demo answers to this machine's names only, whatever PUBLIC_URL says. */
export function ownHosts({ mode, port, publicUrl }: Env): ReadonlySet<string> {
  const demo = ['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`));
  return new Set((mode === 'demo' ? demo : [publicUrl]).flatMap(spellings));
}

function spellings({ protocol, host, hostname, port }: URL): string[] {
  return port ? [host] : [host, `${hostname}:${defaultPorts[protocol]}`];
}

/** Whether the request was meant for another site, and so gets 421 (RFC 9110, 15.5.20). */
export function isMisdirected(
  url: string,
  headers: IncomingHttpHeaders,
  own: ReadonlySet<string>,
  mode: Env['mode'],
): boolean {
  if (servesAnyHost(url)) return false;
  // A page of the demo behind someone's proxy would hand public passwords to the network.
  if (mode === 'demo' && isForwarded(headers)) return true;
  return !own.has(headers.host?.toLowerCase() ?? '');
}

function isForwarded(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
}
