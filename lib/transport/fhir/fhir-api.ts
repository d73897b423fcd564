import { isOperationError, OperationError } from '#lib/errors/operation-error';
import type { RunContext } from '#lib/operations/kernel/caller';
import { run } from '#lib/operations/run';
import { type Clock, systemClock } from '#lib/platform/clock';
import { fhirBase, fhirPrefix } from '#lib/platform/fhir-base';
import { json, text } from '../answer';
import { apiCaller } from '../api-caller';
import type { Answered } from '../rest';
import { createMatcher, type Match } from '../rest-matcher';
import { hasBody, header, type WireRequest, type WireResponse } from '../wire';
import type { Asked } from './asked';
import { capabilityStatement } from './capability-statement';
import { fhirR4 } from './fhir-r4';
import type { FhirRoute } from './fhir-route';
import { readForm } from './form';
import { assertAcceptable, fhirType } from './media-type';
import { inParameters } from './parameter-names';

const match = createMatcher(fhirR4);

/** FHIR R4 over the same `run` as every other door. Null for a path that the table does not know. */
export function fhirApi(request: WireRequest, path: string, query: string): Answered | null {
  const below = path.slice(fhirPrefix.length);
  if (below === '/metadata') return { template: path, answer: async () => metadata(request, query) };
  const methods = match(below);
  const first = methods.values().next().value;
  if (!first) return null;
  const found = methods.get(asks(request, methods.get('GET')) ? 'GET' : request.method);
  const template = `${fhirPrefix}${(found ?? first).route.path}`;
  if (!found) return { template, answer: async () => otherMethod(request.method, [...methods.keys()]) };
  return { template, answer: () => answer(request, found, query, systemClock) };
}

/** HEAD is a GET without its body; where a GET sets something going, it is nothing. */
const asks = ({ method }: WireRequest, get: Match<FhirRoute> | undefined) =>
  method === 'HEAD' && get?.route.operation.declaration.kind === 'query';

/** OPTIONS tells what the path knows; no other origin is invited (no CORS). */
function otherMethod(method: string, known: readonly string[]): WireResponse {
  const allow = [...known, ...(known.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
  if (method === 'OPTIONS') return json(204, null, { allow: allow.join(', ') });
  throw new OperationError('method_not_allowed', { allow });
}

/** What is answered here is open to everybody: nothing of a clinic is in it. */
function metadata(request: WireRequest, query: string): WireResponse {
  if (!['GET', 'HEAD'].includes(request.method)) return otherMethod(request.method, ['GET']);
  assertAcceptable(request, new URLSearchParams(query).get('_format'));
  return text(200, JSON.stringify(capabilityStatement(fhirBase())), fhirType);
}

async function answer(
  request: WireRequest,
  { route, params }: Match<FhirRoute>,
  query: string,
  clock: Clock,
): Promise<WireResponse> {
  // The token first: what a stranger has sent is neither read nor parsed.
  const caller = await apiCaller(request, clock);
  if (hasBody(request) && !route.inForm) throw new OperationError('malformed_request');
  const { ip, requestId } = request;
  const facts = { ip, userAgent: header(request, 'user-agent')?.slice(0, 512) ?? null, requestId };
  const asked: Asked = {
    request,
    params,
    query: [...new URLSearchParams(query), ...(route.inForm ? await readForm(request) : [])],
    base: fhirBase(),
  };
  const context = { caller, clock, request: facts };
  try {
    return await answerBy(route, asked, context);
  } catch (error) {
    if (!route.otherwise || !isOperationError(error) || error.code !== 'not_found') throw error;
    return answerBy(route.otherwise, asked, context);
  }
}

async function answerBy(route: FhirRoute, asked: Asked, context: RunContext): Promise<WireResponse> {
  const format = asked.query.find(([name]) => name === '_format')?.[1] ?? null;
  if (format !== null || !route.inBytes) assertAcceptable(asked.request, format, route.inLines);
  const reading = route.read(asked);
  try {
    return reading.answer((await run(route.operation, reading.input, context)) as never);
  } catch (error) {
    throw inTheirWords(error, asked.params, reading.input);
  }
}

/** An address that is none is as missing as any other; all else is told by the parameter that it came in. */
function inTheirWords(error: unknown, params: Asked['params'], input: unknown): unknown {
  if (!isOperationError(error) || error.code !== 'validation_failed') return error;
  const { errors = [] } = error.facts;
  if (errors.some(({ path }) => Object.hasOwn(params, path))) return new OperationError('not_found');
  return new OperationError('validation_failed', { errors: inParameters(errors, input) });
}
