import type { RestLine } from './declaration';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `PUT /records/{id}` in its two halves. */
export function restOf(line: RestLine): { method: Method; path: `/${string}` } {
  const space = line.indexOf(' ');
  return { method: line.slice(0, space) as Method, path: line.slice(space + 1) as `/${string}` };
}
