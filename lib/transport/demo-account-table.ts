import { listDemoAccounts } from '#lib/operations/demo-accounts/list';
import { run } from '#lib/operations/run';
import { asJob } from './as-job';

export const readDemoAccounts = async () => (await run(listDemoAccounts, {}, asJob('import'))).items;

type Accounts = Awaited<ReturnType<typeof readDemoAccounts>>;

/** One line an account, in columns: for somebody in front of a terminal. */
export function demoAccountTable(items: Accounts): string {
  const widest = Math.max(0, ...items.map(({ email }) => email.length));
  return items
    .map(({ email, password, role, totp_secret }) =>
      [email.padEnd(widest), password, role.padEnd(7), totp_secret ?? ''].join('  ').trimEnd(),
    )
    .join('\n');
}
