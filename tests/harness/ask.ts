import { issueAccessToken } from '#lib/auth/access-token';
import { OperationError } from '#lib/errors/operation-error';
import type { UserCaller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { newRequestId } from '#lib/platform/request-id';
import { dispatch } from '#lib/transport/dispatch';

interface Question {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip?: string;
  /** An object is sent as JSON, anything else as it is. */
  readonly body?: object | string | Uint8Array;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: Record<string, unknown>;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly requestId: string;
}

/** One request to `dispatch`, as the front server would hand it in. */
export async function ask(method: string, url: string, question: Question = {}): Promise<Reply> {
  const { ip = '192.0.2.1' } = question;
  const requestId = newRequestId();
  const bytes = bytesOf(question.body);
  const headers = {
    ...(bytes && { 'content-type': 'application/json', 'content-length': String(bytes.byteLength) }),
    ...(question.token && { authorization: `Bearer ${question.token}` }),
    ...question.headers,
  };
  const body = async (limit: number) => {
    if (bytes && bytes.byteLength > limit) throw new OperationError('request_too_large');
    return bytes ?? Buffer.alloc(0);
  };
  const answer = await dispatch({ method, url, headers, ip, requestId, body });
  const text = Buffer.from(answer.body ?? '').toString();
  const isJson = /[/+]json\b/.test(answer.headers['content-type'] ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    bytes: Buffer.from(answer.body ?? ''),
    json: isJson ? JSON.parse(text) : {},
    requestId,
  };
}

function bytesOf(body: Question['body']): Uint8Array | null {
  if (body === undefined) return null;
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The bearer token of a session. */
export function tokenOf(clock: Clock, caller: UserCaller): Promise<string> {
  if (!caller.user_id) throw new Error('An API session names its user');
  const grant = { userId: caller.user_id, sessionId: caller.session.id, scopes: caller.scopes };
  return issueAccessToken({ ...grant, issuer: env().publicUrl.origin, now: clock.now() });
}
