import { createHash, randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { portalCookieName } from '#lib/auth/portal/cookie';
import { readRoleHint } from '#lib/auth/portal/role-hint';
import { deployment } from '#lib/platform/deployment';
import { readFrontDoor } from '#lib/platform/front-door';
import { pageAddressHeader } from '#lib/platform/page-address';
import { type PortalRole, paths } from '#lib/platform/paths';
import { newRequestId } from '#lib/platform/request-id';
import { securityHeaders } from '#lib/transport/security-headers';
import { allowedStyleAttributes } from '#lib/transport/style-attributes';

export const config = {
  runtime: 'nodejs',
  // The front server heads the API and static files itself; files of people bring a policy of their own.
  matcher: [
    '/((?!api/|files/|pictures/|_next/static/|icon\\.svg$|favicon\\.ico$|graphql$|fhir/|health/|metrics$|openapi\\.json$|\\.well-known/record-keys\\.json$).*)',
  ],
};

const styleAttributeHashes = allowedStyleAttributes.map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
);

const areas: readonly [prefix: string, role: PortalRole | 'any'][] = [
  [paths.patient.home, 'patient'],
  [paths.doctor.day, 'doctor'],
  [paths.admin.overview, 'admin'],
  [paths.account.overview, 'any'],
];

const areaOf = (path: string) =>
  areas.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1];

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);

type Door = 'open' | 'sign-in' | 'forbidden';

/** A courtesy, never the authority: every page asks an operation, which looks the session up. */
function doorFor(path: string, hint: PortalRole | null): Door {
  const area = areaOf(path);
  if (area === undefined) return 'open';
  if (hint === null) return 'sign-in';
  return area === 'any' || area === hint ? 'open' : 'forbidden';
}

function answer(door: Door, request: NextRequest, headers: Headers): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (door === 'sign-in') {
    return NextResponse.redirect(new URL(paths.signInNext(pathname + search), request.nextUrl), 303);
  }
  if (door === 'forbidden') {
    return NextResponse.rewrite(new URL(paths.forbidden, request.nextUrl), { request: { headers } });
  }
  return NextResponse.next({ request: { headers } });
}

export async function middleware(request: NextRequest): Promise<NextResponse> {
  const { secure, dev } = deployment();
  const requestId = readFrontDoor(request.headers)?.requestId ?? newRequestId();
  const nonce = randomBytes(16).toString('base64');
  const security = securityHeaders({ nonce, styleAttributeHashes, secure, dev });

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', requestId);
  headers.set(pageAddressHeader, request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts and styles from the request's copy of the policy.
  headers.set('content-security-policy', security['content-security-policy'] ?? '');

  const hint = await readRoleHint(request.cookies.get(portalCookieName(secure))?.value);
  // A form's answer is the action's own: a redirect in its place would lose what was typed.
  const door = reading.has(request.method) ? doorFor(request.nextUrl.pathname, hint) : 'open';
  const response = answer(door, request, headers);
  for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
  response.headers.set('x-request-id', requestId);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}
