import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import type { Env } from '#lib/platform/env';
import { log } from '#lib/platform/log';
import { newRequestId } from '#lib/platform/request-id';
import { problem } from '#lib/transport/answer';
import { bodyLimitBytes } from '#lib/transport/body-limit';
import { securityHeaders } from '#lib/transport/security-headers';
import type { WireRequest, WireResponse } from '#lib/transport/wire';
import { answerBare } from './bare-answer';
import { type ClientAddress, clientAddress } from './client-address';
import { guardHeaders } from './guard-headers';
import { isMisdirected, ownHosts } from './host-check';
import { replaceForgeable } from './inbound-headers';
import { pageRequest } from './page-request';
import { answerUnparsed } from './parser-error';
import { announcedLength, readBody } from './read-body';
import { refusedPage } from './refused-page';
import { goesToDispatch } from './routing';
import { seeOther } from './see-other';
import { send } from './send';
import { showRefusals } from './show-refusals';
import { normaliseTarget } from './target';

/** The two who answer: ours for the API, Next for everything that people look at. */
export interface Doors {
  dispatch(request: WireRequest): Promise<WireResponse>;
  page(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface Site {
  env: Env;
  dev: boolean;
  doors: Doors;
  hosts: ReadonlySet<string>;
  addressOf: ClientAddress;
  security: Readonly<Record<string, string>>;
}

/** A client may be slow, but not for ever (slowloris): headers within 15 s, the whole request within 2 min. */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
  // Node's own answer to a missing Host would lack our headers.
  requireHostHeader: false,
};

/** Answers the API itself and hands pages to Next, which spends a millisecond of CPU on any request. */
export function createFrontServer(env: Env, doors: Doors, dev = false): Server {
  const site: Site = {
    env,
    dev,
    doors,
    hosts: ownHosts(env),
    addressOf: clientAddress(env.trustedProxies),
    security: securityHeaders({ secure: env.publicUrl.protocol === 'https:' }),
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => void handle(site, request, response);
  return (
    createServer(limits, answer)
      .on('checkContinue', (request, response) => {
        if (announcedLength(request) <= bodyLimitBytes) response.writeContinue();
        answer(request, response);
      })
      .on('checkExpectation', answer)
      // No path stands behind CONNECT, so there is no method to offer instead; without an ear Node would just hang up.
      .on('connect', (_request, socket) => answerBare(noTunnel(), socket, site.security))
      .on('clientError', (error, socket) => answerUnparsed(error, socket, site.security))
  );
}

const noTunnel = () => new OperationError('method_not_allowed', { allow: [] });

async function handle(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = newRequestId();
  try {
    const wire = admit(site, request, requestId);
    if (goesToDispatch(wire.url)) answerSafely(site, response, await site.doors.dispatch(wire));
    else await handToPage(site, wire, request, response);
  } catch (error) {
    if (isTooLargeForPage(request, error)) await refuseForm(site, request, response, requestId);
    else refuse(site, response, error, requestId);
  }
}

const isTooLargeForPage = ({ url = '' }: IncomingMessage, error: unknown) =>
  isOperationError(error) && error.code === 'request_too_large' && !goesToDispatch(url);

/** Without script nothing has told its sender before that a file is too large: the page that does is shown instead. */
async function refuseForm(
  { env, dev, doors, addressOf, ...site }: Site,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const whole = { env, dev, doors, addressOf, ...site };
  try {
    const address = addressOf(
      request.socket.remoteAddress,
      [request.headers['x-forwarded-for']].flat().join(','),
    );
    const door = { requestId, address };
    replaceForgeable(request, door, { protocol: protocolOf(env), host: request.headers.host ?? '' }, dev);
    const { headers, body } = await refusedPage(doors.page, request, door, 413);
    const kept = Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    answerSafely(whole, response, { status: 413, headers: Object.fromEntries(kept), body });
  } catch {
    refuse(whole, response, new OperationError('request_too_large'), requestId);
  }
}

/** Next believes what the headers say, and writes its answer itself: both are made safe here. */
async function handToPage(
  site: Site,
  { ip, requestId }: WireRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { env, dev, doors, security } = site;
  guardHeaders(response, security);
  seeOther(response);
  const protocol = protocolOf(env);
  const door = { requestId, address: ip };
  replaceForgeable(request, door, { protocol, host: request.headers.host ?? '' }, dev);
  const whole = await pageRequest(request, protocol);
  showRefusals(
    response,
    (status) => refusedPage(doors.page, whole, door, status),
    (error) => refuse(site, response, error, requestId),
  );
  await doors.page(whole, response);
}

/** Everything that is checked of any request, whoever will answer. */
function admit(site: Site, request: IncomingMessage, requestId: string): WireRequest {
  const { env, hosts, addressOf } = site;
  const { headers, method = 'GET', socket } = request;
  const url = normaliseTarget(request);
  if (isMisdirected(url, headers, hosts, env.mode)) throw new OperationError('misdirected_request');
  // A length that the client itself announces as too great is refused before a byte is read.
  if (announcedLength(request) > bodyLimitBytes) throw new OperationError('request_too_large');
  const ip = addressOf(socket.remoteAddress, [headers['x-forwarded-for']].flat().join(','));
  return { method, url, headers, ip, requestId, body: (limit) => readBody(request, limit) };
}

/** What a browser has used to reach us, through whatever proxy. */
const protocolOf = ({ mode, publicUrl }: Env): string => (mode === 'demo' ? 'http:' : publicUrl.protocol);

function refuse(site: Site, response: ServerResponse, error: unknown, requestId: string): void {
  const known = isOperationError(error);
  if (!known) log().error('front_server_failed', error, { request_id: requestId });
  // Half an answer cannot be taken back; an end without its length tells the client that it is no whole one.
  if (response.headersSent) response.destroy();
  const refusal = problem(known ? error : new OperationError('internal_error'), requestId);
  const headers = { ...refusal.headers, 'x-request-id': requestId, 'cache-control': 'no-store' };
  answerSafely(site, response, { ...refusal, headers });
}

/** No answer of ours leaves without the security headers, whoever wrote it. */
function answerSafely({ security }: Site, response: ServerResponse, answer: WireResponse): void {
  send(response, { ...answer, headers: { ...security, ...answer.headers } });
}
