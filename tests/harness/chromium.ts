import type { LaunchOptions } from 'playwright';
import { chromiumTool } from '../run/tools';

/**
 * How Chromium is started: the one that the run has found, else Playwright's own. Its sandbox does not work for root,
 * and a container's /dev/shm is too small for it.
 */
export function chromiumOptions(): LaunchOptions {
  const executablePath = chromiumTool.find();
  const args = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return { args, ...(executablePath && { executablePath }) };
}
