import { request as httpRequest, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserCaller } from '#lib/operations/kernel/caller';
import { systemClock } from '#lib/platform/clock';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { readEnv } from '#lib/platform/env/read';
import { dispatch } from '#lib/transport/dispatch';
import { createFrontServer } from '#lib/transport/start/front/front-server';
import { tokenOf } from '../harness/ask';
import { type ExampleClinic, openExampleClinic } from './example-clinic';

let clinic: ExampleClinic;
let server: Server;
let port: number;
let token: string;
beforeAll(async () => {
  clinic = await openExampleClinic();
  // Access tokens are verified by the process's own clock.
  clinic.clock.set(systemClock.now().toString());
  const doctor = await clinic.callerOf({ role: 'doctor', relation: 'treating' });
  token = await tokenOf(clinic.clock, doctor as UserCaller);
  port = await freePort();
  server = createFrontServer(readEnv({ PORT: String(port) }), { dispatch, page: async () => {} });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close().closeAllConnections();
  await clinic.close();
});

type Headers = Record<string, string>;

interface Told {
  readonly status: number;
  readonly code: unknown;
  readonly connection: string | undefined;
}

/** A POST over the network whose body is so long, announced or in chunks. */
function post(
  path: string,
  bytes: number,
  announced: boolean,
  credential = `Bearer ${token}`,
): Promise<Told> {
  const length: Headers = announced
    ? { 'content-length': String(bytes) }
    : { 'transfer-encoding': 'chunked' };
  const headers: Headers = {
    ...length,
    host: `localhost:${port}`,
    authorization: credential,
    connection: 'keep-alive',
    'content-type': 'application/json',
  };
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method: 'POST', headers, agent: false };
    const outgoing = httpRequest(options, async (incoming) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      const { connection } = incoming.headers;
      resolve({ status: incoming.statusCode ?? 0, code: JSON.parse(text).code, connection });
    });
    outgoing.once('error', reject);
    outgoing.write('{"text":"');
    outgoing.write(Buffer.alloc(bytes - 11, 'a'));
    outgoing.end('"}');
  });
}

const tooLarge = { status: 413, code: 'request_too_large', connection: 'close' };
const read = { status: 422, code: 'validation_failed', connection: 'keep-alive' };
const stranger = { status: 401, code: 'unauthenticated', connection: 'close' };

describe('over the network', () => {
  it.each([
    ['/api/v1/records', 10_000_000],
    ['/api/v1/auth/login', 16 * 1024],
  ])('%s reads %d bytes, and not one more', async (path, limit) => {
    for (const announced of [true, false]) {
      expect([announced, await post(path, limit, announced)]).toEqual([announced, read]);
      expect([announced, await post(path, limit + 1, announced)]).toEqual([announced, tooLarge]);
    }
  });

  it('a stranger hears so before the body is there, and that nobody will read it', async () => {
    for (const announced of [true, false]) {
      const told = await post('/api/v1/records', 10_000_000, announced, 'Bearer of-nobody');
      expect([announced, told]).toEqual([announced, stranger]);
    }
  });

  it.each([
    ['less', 5],
    ['more', 5_000],
  ])('a length that says %s than there is gets nobody into the next request', async (_name, length) => {
    const head = [
      'POST /api/v1/auth/login HTTP/1.1',
      `Host: localhost:${port}`,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      '',
      '{"email":"a@example.org","password":"x"}',
    ];
    const answer = await raw(head.join('\r\n'));
    expect(answer).not.toMatch(/HTTP\/1\.1 (2|5)/);
    expect(answer).not.toMatch(/"access_token"/);
  });
});

/** Bytes as they are, and all that comes back until the other side has had enough. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.setTimeout(500, () => socket.end());
    socket.on('close', () => resolve(answer));
  });
}
