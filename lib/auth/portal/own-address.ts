/**
 * Where next-auth may send a browser on to: this site, or its front page. `//host`, `/\host`, userinfo and other schemes
 * are read as a browser reads them (WHATWG URL), never as text.
 */
export function ownAddress(target: string, base: string): string {
  const home = new URL(base).origin;
  if (/[\\\s\p{Cc}]/u.test(target) || !URL.canParse(target, home)) return home;
  const url = new URL(target, home);
  return url.origin === home && url.username === '' && url.password === '' ? url.href : home;
}
