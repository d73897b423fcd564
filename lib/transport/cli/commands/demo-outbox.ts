import { parseArgs } from 'node:util';
import { listDemoOutbox } from '#lib/operations/demo-outbox/list';
import { run } from '#lib/operations/run';
import { asJob } from '#lib/transport/as-job';
import type { Command } from '../command';

/** The demo's mail and text messages, newest first. */
export const demoOutbox: Command = {
  usage: 'npm run demo:outbox -- [--json]',
  parse(args) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    return async () => {
      const { items } = await run(listDemoOutbox, {}, asJob('demo-outbox'));
      if (values.json) return JSON.stringify(items, null, 2);
      const mails = items.map(
        ({ to, subject, text, created_at }) =>
          `${created_at}  ${to}\n${subject ?? 'Text message'}\n\n${text}`,
      );
      return mails.length > 0 ? mails.join('\n----\n') : 'No message yet.';
    };
  },
};
