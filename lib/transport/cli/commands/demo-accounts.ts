import { parseArgs } from 'node:util';
import { prepareDemo } from '#db/seed/demo';
import { addExtraPatients } from '#db/seed/extra-patients';
import { systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { OperatorError } from '#lib/platform/operator-error';
import { demoAccountTable, readDemoAccounts } from '#lib/transport/demo-account-table';
import type { Command } from '../command';

const mostExtra = 100_000;

/** How to sign in to the demo; `--extra N` first makes N more verified patients. */
export const demoAccounts: Command = {
  usage: 'npm run demo:accounts -- [--json] [--extra N]',
  parse(args) {
    const options = { json: { type: 'boolean' }, extra: { type: 'string', default: '0' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const extra = Number(values.extra);
    if (!Number.isInteger(extra) || extra < 0 || extra > mostExtra)
      throw new Error('Not a number of patients.');
    return async () => {
      if (env().mode !== 'demo') throw new OperatorError('Demo accounts exist in demo mode only.');
      await prepareDemo(systemClock);
      await addExtraPatients(systemClock, extra);
      const items = await readDemoAccounts();
      return values.json ? JSON.stringify(items, null, 2) : demoAccountTable(items);
    };
  },
};
