import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openClamdServer } from '../harness/clamd-server';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { tellWorkers } from './scene';

/** Of sessions a patient has as many as outside of tests. */
const { SESSION_LIMIT_PATIENT: _, ...limits } = raisedLimits;

/** Staff sign in once for all tests, and on a slow machine some wait for their turn longer than staff may. */
const patience = { SESSION_IDLE_MINUTES_DOCTOR: '120', SESSION_IDLE_MINUTES_ADMIN: '120' };

/** Starts the product in demo mode, and stops it when the last browser test has ended. */
export default async function setUp(): Promise<() => Promise<void>> {
  const clamd = await openClamdServer();
  const scanned = { CLAMAV_HOST: clamd.config.host, CLAMAV_PORT: String(clamd.config.port) };
  const { stop, output, ...product } = await startProduct({ ...limits, ...patience, ...scanned });
  const folder = mkdtempSync(path.join(tmpdir(), 'medisecure-browser-'));
  const tearDown = async () => {
    await stop();
    await clamd.close();
    rmSync(folder, { recursive: true, force: true });
    expectQuietLog(output());
  };
  try {
    tellWorkers({ product, accounts: demoAccounts(product), folder });
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** What nobody foresaw is logged as an error, even where the page that met it looked well. */
function expectQuietLog(output: string): void {
  const errors = output.split('\n').filter((line) => line.includes('"level":"error"'));
  if (errors.length > 0) throw new Error(`The product has logged errors:\n${errors.join('\n')}`);
}
