import { randomSecret } from './random-secret';
import { singleton } from './singleton';

/** What the front server knows of a request and everything behind it may rely on. */
export interface FrontDoor {
  requestId: string;
  /** The address of the client, proxies of ours left out; null once the client has gone. */
  address: string | null;
}

const names = {
  secret: 'x-medisecure-front',
  requestId: 'x-medisecure-request-id',
  address: 'x-medisecure-address',
} as const;

/** Next hands on headers and nothing else, so the facts travel in headers that count only with this secret. */
const secret = () => singleton('front-door-secret', randomSecret);

export function frontDoorHeaders({ requestId, address }: FrontDoor): Record<string, string> {
  return {
    [names.secret]: secret(),
    [names.requestId]: requestId,
    ...(address && { [names.address]: address }),
  };
}

/** Null where the request did not come through the front server of this process (plain `next start`). */
export function readFrontDoor(headers: { get(name: string): string | null }): FrontDoor | null {
  const requestId = headers.get(names.requestId);
  if (headers.get(names.secret) !== secret() || !requestId) return null;
  return { requestId, address: headers.get(names.address) };
}
