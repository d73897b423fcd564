import { stringify as printLossless } from 'lossless-json';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { type Clock, systemClock } from '#lib/platform/clock';
import { json, jsonType, text } from './answer';
import { apiCaller } from './api-caller';
import { readInput } from './rest-input';
import { createMatcher, type Match } from './rest-matcher';
import type { RestRoute } from './rest-route';
import { header, type WireRequest, type WireResponse } from './wire';

export interface Answered {
  /** The path's template, for metrics and logs: never an id. */
  readonly template: string;
  answer(): Promise<WireResponse>;
}

/** One version of the REST API: a frozen table below a prefix, over the same `run` as every other door. */
export function restApi(prefix: `/${string}`, routes: readonly RestRoute[], clock: Clock = systemClock) {
  const match = createMatcher(routes);
  return (request: WireRequest, path: string, query: string): Answered | null => {
    const methods = match(path.slice(prefix.length));
    const first = methods.values().next().value;
    if (!first) return null;
    const found = methods.get(request.method === 'HEAD' ? 'GET' : request.method);
    const template = `${prefix}${(found ?? first).route.path}`;
    if (!found) return { template, answer: async () => otherMethod(request.method, [...methods.keys()]) };
    return { template, answer: () => answer(request, found, query, clock) };
  };
}

/** OPTIONS tells what the path knows; no other origin is invited (no CORS). */
function otherMethod(method: string, known: readonly string[]): WireResponse {
  const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  if (method === 'OPTIONS') return json(204, null, { allow: allow.join(', ') });
  throw new OperationError('method_not_allowed', { allow });
}

async function answer(
  request: WireRequest,
  match: Match,
  query: string,
  clock: Clock,
): Promise<WireResponse> {
  const { operation } = match.route;
  // The token first: what a stranger has sent is neither read nor parsed.
  const caller = operation.declaration.public
    ? ({ kind: 'anonymous' } as const)
    : await apiCaller(request, clock);
  const input = await readInput(request, match, query);
  const { ip, requestId } = request;
  const facts = { ip, userAgent: header(request, 'user-agent')?.slice(0, 512) ?? null, requestId };
  try {
    return encode(match.route, await run(operation, input, { caller, clock, request: facts }));
  } catch (error) {
    throw hideBadId(error, match.params);
  }
}

function encode(route: RestRoute, output: unknown): WireResponse {
  const { successStatus: status = 200, losslessNumbers } = route.operation.declaration;
  const headers = {
    ...(route.location && { location: route.location(output as never) }),
    ...(route.version && { etag: `"${route.version(output as never)}"` }),
  };
  if (route.file) {
    const { content, headers: ofFile } = route.file(output as never);
    return { status, headers: { ...headers, ...ofFile }, body: content };
  }
  const body = route.fromOutput ? route.fromOutput(output as never) : output;
  if (status === 204 || !losslessNumbers) return json(status, body, headers);
  return text(status, printLossless(body) ?? 'null', jsonType, headers);
}

/** An id that is no id is as missing as any other: the shape of ids is not the caller's business. */
function hideBadId(error: unknown, params: Match['params']): unknown {
  if (!isOperationError(error) || error.code !== 'validation_failed') return error;
  const isParam = (path: string) => Object.hasOwn(params, path);
  return error.facts.errors?.some(({ path }) => isParam(path)) ? new OperationError('not_found') : error;
}
