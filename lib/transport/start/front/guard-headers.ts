import type { ServerResponse } from 'node:http';
import { lifecycle } from '#lib/platform/lifecycle';

/** No answer leaves without the security headers, whoever wrote it; what a page has set itself (its nonce) stays. */
export function guardHeaders(response: ServerResponse, security: Readonly<Record<string, string>>): void {
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    for (const [name, value] of Object.entries(security)) {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    }
    if (lifecycle().draining) response.setHeader('connection', 'close');
    return Reflect.apply(writeHead, response, given);
  };
}
