import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

/** A program that some tests need and that this machine may not have. */
export interface Tool {
  name: string;
  /** Where the tests look for it; handed to them in this variable. */
  variable: string;
  find(): string | null;
  install(): void;
  /** The sentence to run where it is missing. */
  advice: string;
}

const isRoot = process.getuid?.() === 0;

function onPath(...names: string[]): string | null {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

function aptInstall(...packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'ignore',
    env,
  });
}

function given(variable: string): string | null {
  const path = process.env[variable];
  return path && existsSync(path) ? path : null;
}

export const chromiumTool: Tool = {
  name: 'Chromium',
  variable: 'CHROMIUM_PATH',
  find() {
    const own = chromium.executablePath();
    return (
      given('CHROMIUM_PATH') ??
      onPath('chromium', 'chromium-browser', 'google-chrome') ??
      (existsSync(own) ? own : null)
    );
  },
  install() {
    if (isRoot && onPath('apt-get')) return aptInstall('chromium');
    execFileSync('node_modules/.bin/playwright', ['install', 'chromium'], {
      stdio: 'ignore',
      timeout: 180_000,
    });
  },
  advice: 'apt-get install chromium (or npx playwright install chromium), or set CHROMIUM_PATH',
};

export const redisTool: Tool = {
  name: 'redis-server',
  variable: 'REDIS_SERVER_PATH',
  find: () => given('REDIS_SERVER_PATH') ?? onPath('redis-server'),
  install() {
    if (isRoot && onPath('apt-get')) aptInstall('redis-server');
  },
  advice: 'apt-get install redis-server, or set REDIS_SERVER_PATH',
};

/** OATH Toolkit: codes that are made by nobody's code of ours. */
export const oathTool: Tool = {
  name: 'oathtool',
  variable: 'OATHTOOL_PATH',
  find: () => given('OATHTOOL_PATH') ?? onPath('oathtool'),
  install() {
    if (isRoot && onPath('apt-get')) aptInstall('oathtool');
  },
  advice: 'apt-get install oathtool, or set OATHTOOL_PATH',
};

/** The tool's path, installed first where that is possible; null where it is not to be had. */
export function obtain(tool: Tool): string | null {
  const found = tool.find();
  if (found) return found;
  console.log(`${tool.name} is missing: trying to install it …`);
  try {
    tool.install();
  } catch {
    // Without rights or network the tests that need it are skipped, aloud.
  }
  return tool.find();
}
