import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { configureEnv } from '#lib/platform/env';

interface RangeRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Speaks the protocol of the range service: suffixes and counts under a prefix, padded with lines that count 0. */
export interface RangeServer {
  readonly url: URL;
  readonly requests: RangeRequest[];
  /** Puts a password into a breach, or with the count 0 into the padding. */
  add(password: string, count?: number): void;
  /** What is answered instead; null for the protocol again. */
  answer: { status: number; body: string } | 'nothing' | null;
  stop(): Promise<void>;
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();

/** Starts one and lets the product ask it. */
export async function startRangeServer(): Promise<RangeServer> {
  const counts = new Map<string, number>();
  const requests: RangeRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    if (range.answer === 'nothing') return;
    if (range.answer) response.writeHead(range.answer.status).end(range.answer.body);
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(linesOf(counts, path.slice(-5)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const range: RangeServer = {
    url: new URL(`http://127.0.0.1:${port}/range/`),
    requests,
    add: (password, count = 3) => void counts.set(sha1(password), count),
    answer: null,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  configureEnv({ breachCheckUrl: range.url });
  return range;
}

function linesOf(counts: ReadonlyMap<string, number>, prefix: string): string {
  const padding = Array.from(
    { length: 20 },
    (_, index) => `${sha1(`padding ${prefix} ${index}`).slice(5)}:0`,
  );
  const found = [...counts].filter(([hash]) => hash.startsWith(prefix));
  return [...padding, ...found.map(([hash, count]) => `${hash.slice(5)}:${count}`)].sort().join('\r\n');
}
