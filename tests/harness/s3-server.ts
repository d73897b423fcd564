import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { S3 } from '#lib/platform/env/s3';

export interface S3Server {
  /** How this server is configured. */
  config: S3;
  /** What it keeps, by the path of the request. */
  objects: Map<string, Buffer>;
  /** How often it was asked, whatever it answered. */
  asked: number;
  /** What it answers instead. */
  failure: number | 'silence' | null;
  close(): Promise<void>;
}

const accessKeyId = 'AKIDOFTHISTEST';
const secretAccessKey = 'the-secret-of-this-test';
const region = 'eu-central-1';
const bucket = 'documents';

/**
 * Two calls of S3's protocol, and its Signature Version 4 worked out anew from what has arrived
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html).
 */
export async function openS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => void take(request, response, s3));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const endpoint = new URL(`http://127.0.0.1:${port}`);
  const s3: S3Server = {
    config: { endpoint, bucket, region, accessKeyId, secretAccessKey },
    objects: new Map(),
    asked: 0,
    failure: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return s3;
}

async function take(request: IncomingMessage, response: ServerResponse, s3: S3Server): Promise<void> {
  s3.asked += 1;
  const body = await bytesOf(request);
  if (s3.failure === 'silence') return void request.socket.destroy();
  if (s3.failure !== null) return void response.writeHead(s3.failure).end('<Error/>');
  if (!isSigned(request, body)) return void response.writeHead(403).end('<Code>SignatureDoesNotMatch</Code>');
  const [path = ''] = (request.url ?? '').split('?');
  if (!path.startsWith(`/${bucket}/`)) return void response.writeHead(404).end('<Code>NoSuchBucket</Code>');
  if (request.method === 'PUT') {
    s3.objects.set(path, body);
    return void response.writeHead(200).end();
  }
  const found = s3.objects.get(path);
  response.writeHead(found ? 200 : 404).end(found ?? '<Code>NoSuchKey</Code>');
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const shape =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, key, day, scope, names = '', signature] = shape.exec(headers.authorization ?? '') ?? [];
  if (key !== accessKeyId || scope !== region || !names.split(';').includes('host')) return false;
  const payload = String(headers['x-amz-content-sha256']);
  if (method === 'PUT' && payload !== sha256(body)) return false;
  const [path = '', query = ''] = url.split('?');
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, path, query, signed.join(''), names, payload].join('\n');
  const text = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${day}/${region}/s3/aws4_request`,
    sha256(canonical),
  ];
  const steps = [day ?? '', region, 's3', 'aws4_request'];
  const signingKey = steps.reduce<string | Buffer>(
    (last, step) => hmac(last, step),
    `AWS4${secretAccessKey}`,
  );
  return hmac(signingKey, text.join('\n')).toString('hex') === signature;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
