import { decodeJwt } from 'jose';
import { livingOwner } from '#lib/platform/owner-lock';
import { folderEnv } from '#lib/transport/start/folder-secrets';
import { type DemoAccount, type RunningProduct, raisedLimits, startProduct } from '../harness/product';
import { superuserUrlOf } from '../harness/product-database';
import { ready, type Started, start } from './started';

/** Two whole processes of the product that serve one clinic from one database. */
export interface TwoServers {
  first: RunningProduct;
  origins: readonly [string, string];
  /** For looking past every policy. */
  superuserUrl: string;
  stop(): Promise<void>;
}

/** The second is told of the first one's database and keys, as an operator tells each of several. */
export async function startTwoServers(more: Readonly<Record<string, string>> = {}): Promise<TwoServers> {
  const environment = { ...raisedLimits, ...more };
  const first = await startProduct(environment);
  const folder = first.environment.MEDISECURE_DATA_DIR ?? '';
  const port = livingOwner(folder)?.databasePort ?? 0;
  const second = await start({ ...environment, PUBLIC_URL: first.origin, ...sharedBy(folder, port) });
  const stop = async () => {
    await end(second);
    await first.stop();
  };
  await ready(second).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    first,
    origins: [first.origin, `http://localhost:${second.port}`],
    superuserUrl: superuserUrlOf(first),
    stop,
  };
}

function sharedBy(folder: string, port: number): Record<string, string> {
  const { databaseUrl = '', kekFile = '', nextauthSecret = '' } = folderEnv(folder, port);
  return {
    MEDISECURE_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    MEDISECURE_KEK_FILE: kekFile,
    NEXTAUTH_SECRET: nextauthSecret,
  };
}

async function end(server: Started): Promise<void> {
  server.child.kill('SIGTERM');
  await server.ended;
}

export interface Pair {
  access_token: string;
  refresh_token: string;
}

export interface Answer {
  status: number;
  retryAfter: string | null;
  pair: Partial<Pair>;
}

type Line = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/** One call of the API. No answer at all counts as status 0. */
export async function call(
  origin: string,
  line: Line,
  { token, body }: { token?: string; body?: object } = {},
): Promise<Answer> {
  const [method, address] = line.split(' ');
  try {
    const response = await fetch(`${origin}/api/v1${address}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, retryAfter, pair: text ? JSON.parse(text) : {} };
  } catch {
    return { status: 0, retryAfter: null, pair: {} };
  }
}

export const signIn = (origin: string, { email, password }: DemoAccount) =>
  call(origin, 'POST /auth/login', { body: { email, password } });

export const refresh = (origin: string, refresh_token = '') =>
  call(origin, 'POST /auth/refresh', { body: { refresh_token } });

export const whoAmI = (origin: string, token = '') => call(origin, 'GET /users/me', { token });

/** The session that an access token belongs to. */
export const familyOf = (token: string) => String(decodeJwt(token).sid);
