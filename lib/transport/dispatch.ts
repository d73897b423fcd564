import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { fhirPrefix } from '#lib/platform/fhir-base';
import { log } from '#lib/platform/log';
import { metrics } from '#lib/platform/metrics';
import { singleton } from '#lib/platform/singleton';
import { throttleAddress } from './address-throttle';
import { json, problem } from './answer';
import { fhirApi } from './fhir/fhir-api';
import { fhirImport } from './fhir/import';
import { outcome } from './fhir/outcome';
import { type Answered, restApi } from './rest';
import { restV1 } from './rest-v1';
import { securityHeaders } from './security-headers';
import { systemRoutes } from './system-routes';
import type { WireRequest, WireResponse } from './wire';

const apiV1 = restApi('/api/v1', restV1);

/** Everything that is not a page: the API, health and metrics. Never throws, and answers every path. */
export async function dispatch(request: WireRequest): Promise<WireResponse> {
  const started = performance.now();
  const { path, query } = splitUrl(request.url);
  let found: Answered | null = null;
  let response: WireResponse;
  try {
    found = find(request, path, query);
    if (!isProbe(path)) await throttleAddress(request.ip);
    if (!found) throw new OperationError('not_found');
    response = await found.answer();
  } catch (thrown) {
    const told = isFhir(path) ? outcome : problem;
    response = told(refusal(thrown, request), request.requestId);
  }
  observe(request, found?.template ?? 'unknown', response.status, performance.now() - started);
  return {
    ...response,
    headers: { ...baseHeaders(), 'x-request-id': request.requestId, ...response.headers },
  };
}

function find(request: WireRequest, path: string, query: string): Answered | null {
  const system = systemRoutes.get(path);
  if (!system && isFhir(path)) return fhirImport(request, path, query) ?? fhirApi(request, path, query);
  if (!system) return path.startsWith('/api/v1/') ? apiV1(request, path, query) : null;
  return { template: path, answer: async () => readOnly(request) ?? system(request) };
}

function readOnly({ method }: WireRequest): WireResponse | null {
  if (method === 'GET' || method === 'HEAD') return null;
  const allow = ['GET', 'HEAD', 'OPTIONS'];
  if (method === 'OPTIONS') return json(204, null, { allow: allow.join(', ') });
  throw new OperationError('method_not_allowed', { allow });
}

const isFhir = (path: string) => path === fhirPrefix || path.startsWith(`${fhirPrefix}/`);

/** Probes come from machines of the operator and must be answered under any load. */
const isProbe = (path: string) => path.startsWith('/health/') || path === '/metrics';

function splitUrl(url: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  return mark === -1 ? { path: url, query: '' } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

function refusal(thrown: unknown, { requestId }: WireRequest): OperationError {
  if (isOperationError(thrown)) return thrown;
  log().error('dispatch failed', thrown, { request_id: requestId });
  return new OperationError('internal_error');
}

const baseHeaders = () =>
  singleton('dispatch-headers', () => ({
    ...securityHeaders({ secure: env().publicUrl.protocol === 'https:' }),
    'cache-control': 'no-store',
  }));

function observe(
  { method, requestId }: WireRequest,
  route: string,
  status: number,
  milliseconds: number,
): void {
  const known = knownMethods.has(method) ? method : 'OTHER';
  metrics().requests.observe({ method: known, route, status: String(status) }, milliseconds / 1000);
  log().info('request', { method: known, route, status, milliseconds, request_id: requestId });
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
