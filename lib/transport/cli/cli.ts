import { OperatorError } from '#lib/platform/operator-error';
import { Cleanup } from '../start/cleanup';
import { openBeside } from '../start/open-beside';
import type { Command } from './command';
import { adminCreate } from './commands/admin-create';
import { archiveVerify } from './commands/archive-verify';
import { demoAccounts } from './commands/demo-accounts';
import { demoOutbox } from './commands/demo-outbox';
import { fhirImport } from './commands/fhir-import';
import { terminologyImport } from './commands/terminology-import';
import { sentenceOf } from './sentence';

const commands: Readonly<Record<string, Command>> = {
  'admin:create': adminCreate,
  'archive:verify': archiveVerify,
  'demo:accounts': demoAccounts,
  'demo:outbox': demoOutbox,
  'terminology:import': terminologyImport,
  'fhir:import': fhirImport,
};

/** Runs one command and ends the process: 0 with an answer on stdout, 1 with one sentence on stderr. */
export async function cli([name = '', ...args]: readonly string[]): Promise<void> {
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(cleanup, 1));
  try {
    const { work, alone } = parse(name, args);
    if (!alone) await openBeside(cleanup, () => end(cleanup, 1));
    process.stdout.write(`${await work()}\n`);
    await end(cleanup, 0);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    await end(cleanup, 1);
  }
}

function parse(name: string, args: readonly string[]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new OperatorError(`There is no command "${name}", only ${Object.keys(commands).join(', ')}.`);
  try {
    return { work: command.parse(args), alone: command.alone };
  } catch {
    throw new OperatorError(`Call it like this: ${command.usage}`);
  }
}

async function end(cleanup: Cleanup, code: number): Promise<never> {
  await cleanup.run();
  process.exit(code);
}
