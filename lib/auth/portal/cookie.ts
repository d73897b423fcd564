import { deployment } from '#lib/platform/deployment';

/**
 * The portal session's cookie, named in one place: `__Host-` binds it to this host and to TLS (RFC 6265bis 4.1.3.2).
 * Over plain http, which only the demo on loopback uses, some browsers refuse Secure cookies: there it has no prefix.
 */
export const portalCookieName = (secure: boolean): string =>
  secure ? '__Host-medisecure.session' : 'medisecure.session';

/** Between the two steps of signing in: what proves the password, never in an address and never in the page. */
export const secondFactorCookieName = (secure: boolean): string =>
  secure ? '__Host-medisecure.second-factor' : 'medisecure.second-factor';

/** By which a browser is known again at the next sign-in. */
export const deviceCookieName = (secure: boolean): string =>
  secure ? '__Host-medisecure.device' : 'medisecure.device';

/** The lists whose search term may stand in no address. */
export const searchedLists = ['panel', 'people', 'chart'] as const;
export type SearchedList = (typeof searchedLists)[number];

/** What somebody looks for in one of them. */
export const searchCookieName = (list: SearchedList, secure: boolean): string =>
  `${secure ? '__Host-' : ''}medisecure.${list}-search`;

/** New recovery codes, until their owner has them. */
export const recoveryCodesCookieName = (secure: boolean): string =>
  secure ? '__Host-medisecure.recovery-codes' : 'medisecure.recovery-codes';

interface CookieOptions {
  httpOnly: true;
  sameSite: 'lax' | 'strict';
  secure: boolean;
  path: '/';
}

/** Lax, so that a link in a mail opens the portal signed in; Strict where no link from outside leads. */
export const cookieOptions = (sameSite: CookieOptions['sameSite']): CookieOptions => ({
  httpOnly: true,
  sameSite,
  secure: deployment().secure,
  path: '/',
});
