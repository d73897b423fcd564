import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const parent = mkdtempSync(path.join(tmpdir(), 'medisecure-commands-'));
// Root's PostgreSQL runs as somebody else, who must get there.
chmodSync(parent, 0o755);
const folder = path.join(parent, 'with spaces');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function command(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path.resolve('lib/transport/cli/main.mjs'), ...args], {
    cwd: tmpdir(),
    env: { ...process.env, MEDISECURE_DATA_DIR: folder, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

it('invites the first admin on a database that nothing runs yet, and mails the link', async () => {
  const invited = await command(['admin:create', '--email', 'Vera.Admin@example.org']);
  expect(invited).toMatchObject({ code: 0, stderr: '' });
  const [link = ''] = invited.stdout.match(/http:\/\/localhost:3000\/accept-invitation\?token=\S+/) ?? [];
  expect(link).not.toBe('');
  const outbox = await command(['demo:outbox', '--json']);
  expect(outbox).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(outbox.stdout)).toMatchObject([{ to: 'vera.admin@example.org', links: [link] }]);
});

it.each([
  [['admin:create'], 'Call it like this: npm run admin:create -- --email someone@clinic.example\n'],
  [['demo:outbox', '--jsn'], 'Call it like this: npm run demo:outbox -- [--json]\n'],
  [['demo:nothing'], /^There is no command "demo:nothing", only .*\n$/],
  [['admin:create', '--email', 'a@b\r\nBcc: c@d'], /^email: .*\.\n$/],
])('%j fails with one sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await command(args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

it('says in one sentence that a database does not answer', async () => {
  const { code, stderr } = await command(['demo:outbox'], {
    MEDISECURE_MODE: 'demo',
    DATABASE_URL: 'postgres://medisecure_login:x@127.0.0.1:1/medisecure',
  });
  expect(code).toBe(1);
  expect(stderr).toBe(
    'The database of DATABASE_URL does not answer (ECONNREFUSED): start it, or correct the address.\n',
  );
});
