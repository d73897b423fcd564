import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { parseClaims } from '#lib/auth/portal/claims';
import { forgetSearches } from '#lib/auth/portal/kept-search';
import { portalAuth } from '#lib/auth/portal/options';
import { sessionRef } from '#lib/auth/portal/session';
import { ssoProviderId } from '#lib/auth/portal/sso';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import { signOut } from '#lib/operations/auth/sign-out';
import { claimsOfRole } from '#lib/operations/kernel/caller';
import { run } from '#lib/operations/run';
import { systemClock as clock } from '#lib/platform/clock';
import { problem } from './answer';
import { requestFacts } from './next-request';
import { beginSso, enterBySso, refusedAsOne } from './portal-sso';

/** A refusal is an answer here: next-auth has no words for ours. */
async function orNull<T>(running: Promise<T>): Promise<T | null> {
  try {
    return await running;
  } catch (error) {
    if (isOperationError(error)) return null;
    throw error;
  }
}

const door: Parameters<typeof portalAuth>[0] = {
  async redeem(ticket) {
    const context = { caller: { kind: 'anonymous' }, clock, request: await requestFacts() } as const;
    const opened = await orNull(run(redeemTicket, { ticket }, context));
    return opened && parseClaims({ sid: opened.session_id, secret: opened.secret, role: opened.role });
  },
  async end(session) {
    await forgetSearches();
    const scopes = claimsOfRole(session.role);
    const caller = {
      kind: 'user',
      door: 'portal',
      session: sessionRef(session),
      user_id: null,
      scopes,
    } as const;
    await orNull(run(signOut, {}, { caller, clock, request: await requestFacts() }));
  },
  enter: enterBySso,
};

/** next-auth's own endpoints: session, csrf, sign-in by ticket, sign-out. */
export async function answerPortalAuth(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params;
  const refusal = refusalOf(request.method, nextauth.join('/'));
  if (refusal) return refused(refusal);
  const response = (await NextAuth(request as never, context as never, portalAuth(door))) as Response;
  return nextauth.join('/') === `callback/${ssoProviderId}` ? refusedAsOne(response) : response;
}

/** Staff begin at the identity provider of the clinic. */
export async function answerSso(request: NextRequest): Promise<Response> {
  return beginSso(request, portalAuth(door));
}

/** What next-auth would answer with a page or a text of its own. A session says nothing that its holder could change. */
function refusalOf(method: string, path: string): OperationError | null {
  if (path === 'verify-request') return new OperationError('not_found');
  if (path === 'session' && method !== 'GET')
    return new OperationError('method_not_allowed', { allow: ['GET'] });
  if (path === 'callback/ticket' && method !== 'POST')
    return new OperationError('method_not_allowed', { allow: ['POST'] });
  return null;
}

async function refused(error: OperationError): Promise<Response> {
  const { status, headers, body } = problem(error, (await requestFacts()).requestId);
  return new Response(body, { status, headers });
}
