import type { Texter } from './texter';

/** The demo's text messages stay in its outbox, as its mails do. */
export const demoTexter: Texter = { send: async () => {} };
