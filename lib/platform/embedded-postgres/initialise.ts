import { spawn } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error';
import { program } from './binaries';
import { postgresEnvironment } from './environment';
import { giveToCluster, makeClusterFolder, runAs } from './run-as';

interface Initialisation {
  native: string;
  cluster: string;
  password: string;
  durable: boolean;
}

/** Makes an empty cluster. It gets its name only once it is whole, so a start killed here simply begins again. */
export async function initialise({ native, cluster, password, durable }: Initialisation): Promise<void> {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) return;
  const unfinished = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  makeClusterFolder(unfinished);
  // A file, because neither an argument (seen by `ps`) nor an inherited descriptor survives the change of user.
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveToCluster(passwordFile);
  try {
    await runInitdb(program(native, 'initdb'), [
      ...['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
      ...['-E', 'UTF8', '--locale=C', ...(durable ? [] : ['--no-sync'])],
    ]);
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function runInitdb(initdb: string, parameters: string[]): Promise<void> {
  const child = spawn(initdb, parameters, {
    ...runAs(),
    env: postgresEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0)
    throw new OperatorError(
      `PostgreSQL could not make its folder (initdb ended with ${code}): ${complaint.trim()}`,
    );
}
