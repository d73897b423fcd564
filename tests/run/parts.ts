import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nothing, type Tally } from './tally';

/** What a runner gets beside this process's own environment. */
type Environment = Readonly<Record<string, string>>;

function run(command: string, args: string[], env: Environment = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
}

/** One static check: a script of package.json that passes or fails as a whole. */
export function runScript(name: string): Tally {
  console.log(`\n── ${name}`);
  return run('npm', ['run', '--silent', name]) ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

/** The JSON that a runner wrote, or null when it died before it could. */
function reportOf<T>(write: (file: string) => void): T | null {
  const folder = mkdtempSync(join(tmpdir(), 'medisecure-report-'));
  const file = join(folder, 'report.json');
  try {
    write(file);
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** A suite that could not be loaded holds no failed test, and fails all the same. */
export function runVitest(project: string, env: Environment): Tally {
  console.log(`\n── ${project} tests`);
  const report = reportOf<VitestReport>((file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = ['run', '--config', 'tests/config/vitest.config.ts', '--project', project, ...reporters];
    run('node_modules/.bin/vitest', args, env);
  });
  if (!report) return { ...nothing, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, success } = report;
  const failed = success ? numFailedTests : Math.max(numFailedTests, 1);
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; skipped: number; flaky: number };
  errors: unknown[];
}

/** A test that passed only when repeated counts as failed. */
export function runPlaywright(env: Environment): Tally {
  console.log('\n── browser tests');
  const report = reportOf<PlaywrightReport>((file) => {
    const args = ['test', '--config', 'tests/config/playwright.config.ts', '--reporter=list,json'];
    run('node_modules/.bin/playwright', args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  });
  if (!report) return { ...nothing, failed: 1 };
  const { expected, unexpected, skipped, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** How many browser tests there are, for saying how many were skipped. */
export function countPlaywrightTests(): number {
  const args = ['test', '--config', 'tests/config/playwright.config.ts', '--list', '--reporter=json'];
  const { stdout } = spawnSync('node_modules/.bin/playwright', args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const count = (suite: Suite): number =>
    (suite.specs?.length ?? 0) + (suite.suites ?? []).reduce((total, each) => total + count(each), 0);
  return count({ suites: (JSON.parse(stdout) as Suite).suites });
}

interface Suite {
  specs?: unknown[];
  suites?: Suite[];
}
