/**
 * The portal session's cookie, named in one place: `__Host-` binds it to this host and to TLS (RFC 6265bis 4.1.3.2).
 * Over plain http, which only the demo on loopback uses, some browsers refuse Secure cookies: there it has no prefix.
 */
export const portalCookieName = (secure: boolean): string =>
  secure ? '__Host-medisecure.session' : 'medisecure.session';
