import { deployment } from '#lib/platform/deployment';
import { env } from '#lib/platform/env';

/** Whether pages say "Demo" and `/demo/*` exists. */
export const isDemo = (): boolean => deployment().demo;

/** The site's own origin: only links to it are made clickable. */
export const publicOrigin = (): string => env().publicUrl.origin;
