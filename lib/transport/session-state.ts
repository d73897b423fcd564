import type { NextRequest } from 'next/server';
import { readClaims } from '#lib/auth/portal/claims';
import { portalCookieName } from '#lib/auth/portal/cookie';
import { sessionRef } from '#lib/auth/portal/session';
import { awaitedSessionState, unknownSession } from '#lib/auth/session-state';
import { systemClock } from '#lib/platform/clock';
import { deployment } from '#lib/platform/deployment';
import { readFrontDoor } from '#lib/platform/front-door';
import { lifecycle } from '#lib/platform/lifecycle';
import { newRequestId } from '#lib/platform/request-id';

/** Shorter than what proxies usually wait for an answer. */
const longestWait = 25_000;

/**
 * `GET /session-state`: whether this browser's session still stands, or why not. With `wait`, in milliseconds, the answer
 * comes when the session ends or the time is over, whichever is first. Never kept by anything on the way.
 */
export async function answerSessionState(request: NextRequest): Promise<Response> {
  const claims = await readClaims(request.cookies.get(portalCookieName(deployment().secure))?.value);
  const requestId = readFrontDoor(request.headers)?.requestId ?? newRequestId();
  const ask = { requestId, clock: systemClock, wait: waitOf(request), signal: request.signal };
  const state = claims ? await awaitedSessionState(sessionRef(claims), ask) : unknownSession;
  return Response.json(state, { headers: { 'cache-control': 'private, no-store' } });
}

function waitOf({ nextUrl }: NextRequest): number {
  const wait = Number(nextUrl.searchParams.get('wait'));
  return wait > 0 && !lifecycle().draining ? Math.min(wait, longestWait) : 0;
}
