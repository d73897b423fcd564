import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Mutation } from './mutation';
import { parts } from './parts';

/**
 * Breaks one thing at a time in a copy of the tree and says which check turns red. By hand, because it takes minutes:
 * `node --import tsx tests/breaking/main.ts [part, or words of a name]`.
 */
const root = path.resolve(import.meta.dirname, '../..');
const copy = mkdtempSync(path.join(tmpdir(), 'medisecure-breaking-'));
const left = new Set(['node_modules', '.git', '.next', '.data', 'tsconfig.tsbuildinfo']);

interface Report {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** What turned red: nothing where the breach went unseen. */
function redOf({ ask }: Pick<Mutation, 'ask'>): string[] {
  return typeof ask === 'string' ? redScript(ask) : redTests(ask);
}

function redScript(script: string): string[] {
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: copy });
  return status === 0 ? [] : [`npm run ${script}`];
}

function redTests(files: readonly string[]): string[] {
  const output = path.join(copy, 'report.json');
  rmSync(output, { force: true });
  const reporting = ['--reporter=json', `--outputFile=${output}`];
  const args = ['run', '--config', 'tests/config/vitest.config.ts', ...reporting, ...files];
  const env = { ...process.env, LOG_LEVEL: 'silent' };
  spawnSync('node_modules/.bin/vitest', args, { cwd: copy, env });
  const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
  const failed = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    const file = path.basename(name);
    if (status === 'failed' && tests.length === 0) return [`${file}: does not even begin`];
    return tests.map(({ fullName }) => `${file}: ${fullName}`);
  });
  return failed.length > 0 || report.success ? failed : ['vitest: fails as a whole'];
}

function tryOut({ file, find, replace, ask }: Mutation): string[] {
  const target = path.join(copy, file);
  const sound = readFileSync(target, 'utf8');
  if (!sound.includes(find)) return ['NOT TRIED: the code has changed, and with it this mutation has to'];
  writeFileSync(
    target,
    sound.replaceAll(find, () => replace),
  );
  try {
    return redOf({ ask });
  } finally {
    writeFileSync(target, sound);
  }
}

const words = process.argv.slice(2).join(' ');
const chosen = Object.entries(parts).flatMap(([part, mutations]) =>
  mutations.filter(({ name }) => part === words || name.includes(words)),
);
let unseen = 0;
try {
  cpSync(root, copy, { recursive: true, filter: (source) => !left.has(path.relative(root, source)) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const scripts = new Set(chosen.flatMap(({ ask }) => (typeof ask === 'string' ? [ask] : [])));
  const files = new Set(chosen.flatMap(({ ask }) => (typeof ask === 'string' ? [] : ask)));
  const before = [...[...scripts].flatMap(redScript), ...(files.size > 0 ? redTests([...files]) : [])];
  if (before.length > 0) throw new Error(`Red before anything is broken: ${before.join('; ')}`);
  console.log('| what was broken | what turned red |\n| --- | --- |');
  for (const mutation of chosen) {
    const red = tryOut(mutation);
    const tried = red.length > 0 && !red[0]?.startsWith('NOT TRIED');
    if (!tried) unseen += 1;
    const more = red.length > 3 ? ` and ${red.length - 3} more` : '';
    console.log(`| ${mutation.name} | ${red.slice(0, 3).join('; ') || 'NOTHING'}${more} |`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = unseen > 0 ? 1 : 0;
