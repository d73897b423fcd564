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
  const body = await readJson(request, route.operation.declaration);
  if (body !== undefined && !isFields(body)) return body; // the schema says what it had expected
  const fields = merge(body ?? {}, { ...queryFields(query), ...params });
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

/** A field of the body may not repeat one of the address: it is handed on under a name that no schema knows. */
function merge(body: Fields, address: Fields): Fields {
  const fields = Object.entries(body).map(([name, value]) => [
    Object.hasOwn(address, name) ? `body.${name}` : name,
    value,
  ]);
  return { ...Object.fromEntries(fields), ...address };
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
