import { OperationError } from '#lib/errors/operation-error';
import { bodyLimitBytes } from './body-limit';
import { assertContentType } from './content-type';
import { parseJsonBody } from './json-body';
import type { Match } from './rest-matcher';
import { hasBody, header, type WireRequest } from './wire';

type Fields = Record<string, unknown>;

/** Path, query and body as one object, as the operation's schema names them. */
export async function readInput(
  request: WireRequest,
  { route, params }: Match,
  query: string,
): Promise<unknown> {
  if (route.wire?.bytes) return readBytes(request, route, query);
  const body = await readJson(request, route.operation.declaration);
  if (body !== undefined && !isFields(body)) return body; // the schema says what it had expected
  const address = { ...wanted(request.method, route, queryFields(query)), ...params };
  const { query: inQuery = [], ifMatch } = route.wire ?? {};
  const taken = new Set([...Object.keys(address), ...inQuery, ifMatch]);
  const fields = { ...renamed(body ?? {}, 'body', (name) => taken.has(name)), ...address };
  return route.toInput ? route.toInput(fields, (name) => header(request, name) ?? undefined) : fields;
}

async function readJson(
  request: WireRequest,
  { consumes, bodyLimitBytes: own, losslessNumbers }: Match['route']['operation']['declaration'],
): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  // RFC 9110, section 9.3.1: content in a GET has no meaning, and intermediaries disagree about it.
  if (request.method === 'GET' || request.method === 'HEAD') throw new OperationError('malformed_request');
  const bytes = await request.body(own ?? bodyLimitBytes);
  if (bytes.byteLength === 0) return undefined;
  assertContentType(request, consumes);
  return parseJsonBody(bytes, losslessNumbers ?? false);
}

/** A body that is a file: what is said of it stands in headers, as RFC 8187 writes text that is not ASCII. */
async function readBytes(
  request: WireRequest,
  { wire: { bytes: field = '', headers = {}, query: inQuery = [] } = {}, operation }: Match['route'],
  query: string,
): Promise<Fields> {
  const { consumes, bodyLimitBytes: own } = operation.declaration;
  const content = await request.body(own ?? bodyLimitBytes);
  if (content.byteLength > 0) assertContentType(request, consumes);
  const said = Object.entries(headers).flatMap(([name, of]) => {
    const value = header(request, name);
    return value === null ? [] : [[of, extText(value)]];
  });
  const asked = renamed(queryFields(query), 'query', (name) => !inQuery.includes(name));
  return { ...Object.fromEntries(said), ...asked, [field]: content };
}

/** `UTF-8''%C3%BCber` (RFC 8187, 3.2); what is written without it is ASCII. */
function extText(value: string): string {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value) ?? [];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded);
  } catch {
    throw new OperationError('malformed_request');
  }
  if (/[^\x20-\x7e]/.test(value)) throw new OperationError('malformed_request');
  return value;
}

/**
 * What a query may say: anything of a GET, whose schema knows the rest, and of other methods what their line names. A
 * password or a note belongs into the body: addresses are kept in logs and histories.
 */
function wanted(method: string, { path, wire = {} }: Match['route'], query: Fields): Fields {
  const reads = method === 'GET' || method === 'HEAD';
  return renamed(query, 'query', (name) =>
    reads ? path.includes(`{${name}}`) : !wire.query?.includes(name),
  );
}

/** A field in a place that is not its own is handed on under a name that no schema knows. */
function renamed(fields: Fields, place: 'body' | 'query', isAstray: (name: string) => boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [isAstray(name) ? `${place}.${name}` : name, value]),
  );
}

/** A parameter that is repeated arrives as a list, which only a schema that asks for one takes: else 422. */
function queryFields(query: string): Fields {
  const search = new URLSearchParams(query);
  const names = [...new Set(search.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
