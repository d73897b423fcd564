import type { NextRequest } from 'next/server';
import { readClaims } from '#lib/auth/portal/claims';
import { portalCookieName } from '#lib/auth/portal/cookie';
import { sessionRef } from '#lib/auth/portal/session';
import { polledSessionState, unknownSession } from '#lib/auth/session-state';
import { systemClock } from '#lib/platform/clock';
import { deployment } from '#lib/platform/deployment';
import { readFrontDoor } from '#lib/platform/front-door';
import { newRequestId } from '#lib/platform/request-id';

/** `GET /session-state`: whether this browser's session still stands, or why not. Never kept by anything on the way. */
export async function answerSessionState(request: NextRequest): Promise<Response> {
  const claims = await readClaims(request.cookies.get(portalCookieName(deployment().secure))?.value);
  const requestId = readFrontDoor(request.headers)?.requestId ?? newRequestId();
  const moment = { now: systemClock.now(), requestId };
  const state = claims ? await polledSessionState(sessionRef(claims), moment) : unknownSession;
  return Response.json(state, { headers: { 'cache-control': 'private, no-store' } });
}
