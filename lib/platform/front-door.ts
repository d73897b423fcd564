import { randomSecret } from './random-secret';
import { singleton } from './singleton';

/** What the front server knows of a request and everything behind it may rely on. */
export interface FrontDoor {
  requestId: string;
  /** The address of the client, proxies of ours left out; null once the client has gone. */
  address: string | null;
  /** The status of the answer in whose place a page is asked for, and the address that was asked for. */
  refused?: { status: number; address: string } | undefined;
}

const names = {
  secret: 'x-medisecure-front',
  requestId: 'x-medisecure-request-id',
  address: 'x-medisecure-address',
  refused: 'x-medisecure-refused',
} as const;

/** Next hands on headers and nothing else, so the facts travel in headers that count only with this secret. */
const secret = () => singleton('front-door-secret', randomSecret);

export function frontDoorHeaders({ requestId, address, refused }: FrontDoor): Record<string, string> {
  return {
    [names.secret]: secret(),
    [names.requestId]: requestId,
    ...(address && { [names.address]: address }),
    ...(refused && { [names.refused]: `${refused.status} ${refused.address}` }),
  };
}

/** Null where the request did not come through the front server of this process (plain `next start`). */
export function readFrontDoor(headers: { get(name: string): string | null }): FrontDoor | null {
  const requestId = headers.get(names.requestId);
  if (headers.get(names.secret) !== secret() || !requestId) return null;
  const [, status, address = ''] = /^(\d{3}) (.*)$/.exec(headers.get(names.refused) ?? '') ?? [];
  const refused = status ? { status: Number(status), address } : undefined;
  return { requestId, address: headers.get(names.address), refused };
}
