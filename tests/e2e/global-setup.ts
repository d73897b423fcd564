import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoAccounts, raisedLimits, startProduct } from '../harness/product';
import { tellWorkers } from './scene';

/** Starts the product in demo mode, and stops it when the last browser test has ended. */
export default async function setUp(): Promise<() => Promise<void>> {
  const { stop, ...product } = await startProduct(raisedLimits);
  const folder = mkdtempSync(path.join(tmpdir(), 'medisecure-browser-'));
  const tearDown = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    tellWorkers({ product, accounts: demoAccounts(product), folder });
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}
