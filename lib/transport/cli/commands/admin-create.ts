import { parseArgs } from 'node:util';
import { inviteAdmin } from '#lib/operations/people/invite-admin';
import { run } from '#lib/operations/run';
import { env } from '#lib/platform/env';
import { paths, withQuery } from '#lib/platform/paths';
import { asJob } from '#lib/transport/as-job';
import type { Command } from '../command';

/** Invites the first admin. The link is shown to the operator and mailed to the invited address; it works once. */
export const adminCreate: Command = {
  usage: 'npm run admin:create -- --email someone@clinic.example',
  parse(args) {
    const { values } = parseArgs({ args: [...args], options: { email: { type: 'string' } } });
    const { email } = values;
    if (!email) throw new TypeError('--email is missing');
    return async () => {
      const { token, expires_at } = await run(inviteAdmin, { email }, asJob('create-admin'));
      const link = new URL(withQuery(paths.acceptInvitation, { token }), env().publicUrl).href;
      return `Open this link before ${expires_at} to choose a password; it works once:\n${link}`;
    };
  },
};
