import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { readEnv } from '#lib/platform/env/read';
import { json } from '#lib/transport/answer';
import { createFrontServer } from '#lib/transport/start/front/front-server';
import type { WireRequest } from '#lib/transport/wire';

/** What reached the door behind the front server in the last request. */
interface Seen {
  wire: WireRequest | null;
  page: { url: string | undefined; headers: IncomingMessage['headers']; bytes: number } | null;
}
export let seen: Seen;
beforeEach(() => {
  seen = { wire: null, page: null };
});

const doors = {
  async dispatch(wire: WireRequest) {
    seen.wire = wire;
    const body = wire.method === 'POST' ? await wire.body(10_000_000) : new Uint8Array();
    return json(200, { bytes: body.byteLength });
  },
  async page(request: IncomingMessage, response: ServerResponse) {
    let bytes = 0;
    for await (const chunk of request) bytes += chunk.length;
    seen.page = { url: request.url, headers: request.headers, bytes };
    response.setHeader('content-security-policy', 'page-policy');
    response.end('page');
  },
};

export interface Site {
  server: Server;
  port: number;
}
async function open(source: Record<string, string>): Promise<Site> {
  const port = await freePort();
  const server = createFrontServer(readEnv({ ...source, PORT: String(port) }), doors);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

export let demo: Site;
export let clinic: Site;
beforeAll(async () => {
  demo = await open({});
  clinic = await open({
    DATABASE_URL: 'postgres://u:p@127.0.0.1/m',
    PUBLIC_URL: 'https://clinic.example',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    MEDISECURE_KEK_FILE: '/k',
    MEDISECURE_ALLOW_LOCAL_KEK: 'yes',
    TRUSTED_PROXIES: '127.0.0.0/8,10.0.0.0/8',
  });
});
afterAll(() => {
  demo.server.close().closeAllConnections();
  clinic.server.close().closeAllConnections();
});

/** As a browser names it with every POST. */
const originOf = (site: Site): string =>
  site === demo ? `http://localhost:${site.port}` : 'https://clinic.example';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}
export function ask(
  site: Site,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: Buffer[],
) {
  const host = site === demo ? `localhost:${site.port}` : 'clinic.example';
  return new Promise<Answer>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: site.port,
      path,
      method,
      headers: { host, ...(method === 'POST' && { origin: originOf(site) }), ...headers },
      agent: false,
    };
    const outgoing = httpRequest(options, async (incoming) => {
      let text = '';
      for await (const chunk of incoming) text += chunk;
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
    });
    outgoing.once('error', reject);
    for (const chunk of body ?? []) outgoing.write(chunk);
    outgoing.end();
  });
}

/** Bytes as they are, for what no HTTP client would send. */
export function raw(site: Site, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(site.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
  });
}
