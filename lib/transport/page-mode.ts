import { deployment } from '#lib/platform/deployment';

/** Whether pages say "Demo" and `/demo/*` exists. */
export const isDemo = (): boolean => deployment().demo;
