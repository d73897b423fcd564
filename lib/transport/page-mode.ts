import { deployment } from '#lib/platform/deployment';
import { env } from '#lib/platform/env';
import { paths } from '#lib/platform/paths';

/** Whether pages say "Demo" and `/demo/*` exists. */
export const isDemo = (): boolean => deployment().demo;

/** The site's own origin: only links to it are made clickable. */
export const publicOrigin = (): string => env().publicUrl.origin;

/** A path of ours in full, for whoever takes it elsewhere. */
export const publicAddress = (path: string): string => new URL(path, env().publicUrl).href;

/** The rules that a new password has to keep. */
export const passwordPolicy = () => env().passwordPolicy;

/** The button of the clinic's identity provider, where there is one. */
export function singleSignOn(next: string | undefined) {
  const { oidc } = env();
  return oidc && { name: oidc.name, href: paths.signInSso(next) };
}
