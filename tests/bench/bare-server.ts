import { createServer, type IncomingMessage } from 'node:http';
import { closePool, openPool } from '#db/client';
import { systemClock } from '#lib/platform/clock';
import { configureEnv, env } from '#lib/platform/env';
import { recordId } from '#lib/platform/ids';
import { newRequestId } from '#lib/platform/request-id';
import { attach } from '#lib/transport/start/embedded';
import { openKeys } from '#lib/transport/start/keys';
import { naiveReader } from './read-naive';
import { shapedReader } from './read-shaped';
import { type Reading, verifyReader } from './reader';

/** What the product's own pool has (db/client.ts). */
const connections = 20;

/** `bare-server.ts <data folder> naive|shaped <secret>`: node:http and postgres.js, and no more. */
const [folder = '', kind = '', secret = ''] = process.argv.slice(2);

if (!attach(folder)) throw new Error(`Nothing runs on ${folder}.`);
configureEnv({ logLevel: 'silent' });
const { databaseUrl, port } = env();
if (!databaseUrl) throw new Error('No database.');
openPool(databaseUrl, 1);
await openKeys();
await closePool();
const read = (kind === 'naive' ? naiveReader : shapedReader)(databaseUrl, connections);

createServer(async (request, response) => {
  const [status, body] = await answer(request).catch((error: unknown) => [500, String(error)] as const);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}).listen(port, '127.0.0.1', () => console.log('ready'));

async function answer({
  url = '',
  headers,
}: IncomingMessage): Promise<readonly [status: number, body: string]> {
  const reader = verifyReader(headers.authorization?.slice('Bearer '.length) ?? '', secret);
  if (!reader) return [401, '{}'];
  const id = recordId.safeParse(url.slice(url.lastIndexOf('/') + 1)).data;
  if (!id) return [404, '{}'];
  const reading: Reading = { reader, recordId: id, requestId: newRequestId(), now: systemClock.now() };
  const text = await read(reading);
  return text === null ? [404, '{}'] : [200, JSON.stringify({ id, content: JSON.parse(text) })];
}
