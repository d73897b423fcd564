/** Answered by `dispatch`, before Next: next-auth's own `/api/auth/*` is the one part of /api that is Next's. */
const direct =
  /^\/(?:api(?!\/auth(?:\/|$))|graphql|openapi\.json|fhir|health|metrics|\.well-known\/record-keys\.json)(?:\/|$)/;

/** Probes and scrapers name the machine, not the site. */
const anyHost = /^\/(?:health|metrics)(?:\/|$)/;

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

export const goesToDispatch = (url: string): boolean => direct.test(pathOf(url));

export const servesAnyHost = (url: string): boolean => anyHost.test(pathOf(url));
