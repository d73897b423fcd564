import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Twilio } from '#lib/platform/env/twilio';

interface ReceivedText {
  from: string;
  to: string;
  body: string;
}

export interface TwilioServer {
  /** How this server is configured. */
  config: Twilio;
  received: ReceivedText[];
  /** How often it was asked, whatever it answered. */
  asked: number;
  /** What it answers instead of taking the message. */
  failure: { status: number; code?: number } | 'silence' | null;
  close(): Promise<void>;
}

const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;
const authToken = 'the-token-of-this-account';

/**
 * Speaks Twilio's Messages resource, as much as its SDK needs: basic authentication, a form, and JSON back
 * (https://www.twilio.com/docs/messaging/api/message-resource).
 */
export async function openTwilioServer(): Promise<TwilioServer> {
  const server = createServer((request, response) => void take(request, response, twilio));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const apiUrl = new URL(`http://127.0.0.1:${port}`);
  const twilio: TwilioServer = {
    config: { accountSid, authToken, from: '+15550100999', apiUrl },
    received: [],
    asked: 0,
    failure: null,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return twilio;
}

async function take(request: IncomingMessage, response: ServerResponse, twilio: TwilioServer): Promise<void> {
  twilio.asked += 1;
  const form = new URLSearchParams(await textOf(request));
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? ''];
  const refuse = (status: number, code: number) =>
    answer(response, status, { status, code, message: `${to} cannot be reached`, more_info: '' });
  if (twilio.failure === 'silence') return void request.socket.destroy();
  if (twilio.failure) return refuse(twilio.failure.status, twilio.failure.code ?? 0);
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  if (request.headers.authorization !== expected) return refuse(401, 20003);
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  if (request.method !== 'POST' || request.url !== path) return refuse(404, 20404);
  if (!/^\+[1-9]\d{6,14}$/.test(to) || body === '') return refuse(400, 21211);
  twilio.received.push({ from, to, body });
  return answer(response, 201, { sid: `SM${'0'.repeat(32)}`, status: 'queued', to, from, body });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
