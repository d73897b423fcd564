import type { ServerResponse } from 'node:http';

/**
 * Where a form's page turns out to be for somebody else (its session has ended), Next sends its reader on with 307, and
 * the browser sends the form there too, where nobody takes it. With 303 it only looks (RFC 9110, 15.4.4 and 15.4.8).
 */
export function seeOther(response: ServerResponse): void {
  if (response.req.method !== 'POST') return;
  const { writeHead } = response;
  response.writeHead = (...given: unknown[]) => {
    const [status, ...rest] = given;
    return Reflect.apply(writeHead, response, [status === 307 ? 303 : status, ...rest]);
  };
}
