import type { Mailer } from './mailer';

/** The demo's mail goes nowhere: it has arrived once it stands in the outbox, where `/demo/outbox` shows it. */
export const demoMailer: Mailer = { send: async () => {} };
