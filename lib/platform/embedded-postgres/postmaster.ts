import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { OperatorError } from '../operator-error';
import { program } from './binaries';
import { postgresEnvironment } from './environment';
import { freePort } from './free-port';
import { readPostmasterFile } from './postmaster-file';
import { runAs } from './run-as';
import { settings } from './settings';

interface Launch {
  native: string;
  cluster: string;
  logFile: string;
  durable: boolean;
}

export interface Postmaster {
  pid: number;
  port: number;
  /** Settles when the process has ended, wanted or not. */
  ended: Promise<void>;
  /** "Fast shutdown": ends the sessions, writes a checkpoint, leaves. */
  stop(): Promise<void>;
}

/** Backends that outlived a killed postmaster hold its shared memory until they notice; a taken port is another's luck. */
const passing = /still in use|already exists|Address already in use/;

export async function launch(options: Launch): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { child, ended } = spawnPostgres(options, port);
    if (await isReady(child, options.cluster))
      return { pid: child.pid ?? 0, port, ended, stop: () => stop(child, ended) };
    const log = readFileSync(options.logFile, 'utf8').trim();
    if (attempt === 20 || !passing.test(log))
      throw new OperatorError(`PostgreSQL did not start: ${log.slice(-2000)}`);
    await pause(250);
  }
}

/** Its own process group: Ctrl-C reaches only us, and PostgreSQL stops last, once the answers are out. */
function spawnPostgres({ native, cluster, logFile, durable }: Launch, port: number) {
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'a', 0o600);
  const where = ['-D', cluster, '-p', String(port), '-h', '127.0.0.1', '-k', ''];
  const child = spawn(program(native, 'postgres'), [...where, ...settings(durable)], {
    ...runAs(),
    env: postgresEnvironment(),
    stdio: ['ignore', 'ignore', log],
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve()).once('error', () => resolve());
  });
  return { child, ended };
}

async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const state = readPostmasterFile(cluster);
    if (state?.pid === child.pid && state.ready) return true;
    await pause(10);
  }
  return false;
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  await ended;
}
