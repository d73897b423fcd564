import { isOperatorToken } from '#lib/auth/operator-token';
import { recordKeys } from '#lib/auth/record-signature';
import { OperationError } from '#lib/errors/operation-error';
import { env } from '#lib/platform/env';
import { metrics } from '#lib/platform/metrics';
import { readiness } from '#lib/platform/readiness';
import { json, jsonType, text } from './answer';
import { bearerToken } from './bearer';
import { openApiV1 } from './openapi';
import type { WireRequest, WireResponse } from './wire';

type Answer = (request: WireRequest) => Promise<WireResponse>;

/** What a process says about itself. Not operations: nobody acts, and nothing of a clinic is in them. */
export const systemRoutes: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['/health/live', async () => json(200, { status: 'alive' })],
  ['/health/ready', answerReady],
  ['/metrics', answerMetrics],
  ['/openapi.json', answerOpenApi],
  ['/api/v1/openapi.json', answerOpenApi],
  ['/.well-known/record-keys.json', answerRecordKeys],
]);

async function answerReady(): Promise<WireResponse> {
  const state = await readiness();
  return json(state.status === 'ready' ? 200 : 503, state);
}

/** Without the token, and where none is configured, it does not exist. */
async function answerMetrics(request: WireRequest): Promise<WireResponse> {
  if (!isOperatorToken(bearerToken(request), env().metricsToken)) throw new OperationError('not_found');
  const { registry } = metrics();
  return text(200, await registry.metrics(), registry.contentType);
}

/** By what anybody checks a record that was taken along, wherever they have it from (RFC 7517, RFC 8615). */
async function answerRecordKeys(): Promise<WireResponse> {
  return json(200, { issuer: env().publicUrl.origin, keys: await recordKeys() });
}

async function answerOpenApi(): Promise<WireResponse> {
  return text(200, await openApiV1(), jsonType);
}
