import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from '#lib/platform/log';

function captured() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, log: createLog('debug', sink) };
}

it('writes one JSON line with level, time and fields', () => {
  const { lines, log } = captured();
  log.info('answered', { request_id: 'r1', status: 200 });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'info',
    msg: 'answered',
    request_id: 'r1',
    status: 200,
  });
  expect(lines[0]?.endsWith('\n')).toBe(true);
});

it('names an error by class, code and place, never by its message', () => {
  const { lines, log } = captured();
  const cause = Object.assign(new Error('insert … elsa.vargas@example.test'), { code: '23505' });
  log.error('failed', new TypeError('params: Elsa Vargas\n    at Elsa Vargas (1950)', { cause }));
  expect(lines[0]).not.toMatch(/elsa/i);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: 'TypeError', error_code: '23505' });
  expect(lines[0]).toMatch(/log\.test\.ts/);
});

it('redacts a field whose name says that it is secret, and keeps one entry on one line', () => {
  const { lines, log } = captured();
  log.warn('odd', { password: 'hunter2', token: 'abc', reason: 'a\nlevel=error' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/hunter2|abc/);
  expect(lines[0]?.trim().split('\n')).toHaveLength(1);
});
