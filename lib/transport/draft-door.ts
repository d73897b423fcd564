import type { NextRequest } from 'next/server';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { saveDraft } from '#lib/operations/drafts/save';
import { run } from '#lib/operations/run';
import { somebody } from './page-person';
import { portalContext } from './portal-caller';

/**
 * `POST /drafts`: what is being typed, as a page sends it while it is typed and once more while it is closed, which no
 * server action survives. JSON, so that a page of another site would need a preflight, which nobody answers.
 */
export async function answerDraft(request: NextRequest): Promise<Response> {
  try {
    await save(request);
    return emptyAnswer(204);
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    return emptyAnswer(thrown.status);
  }
}

async function save(request: NextRequest): Promise<void> {
  if (request.headers.get('content-type') !== 'application/json') {
    throw new OperationError('unsupported_media_type');
  }
  const { person, form, fields } = await bodyOf(request);
  const sender = await somebody();
  // Tabs share their cookies: what was typed by one person is not kept for the next.
  if (sender && sender.id !== person) throw new OperationError('conflict');
  await run(saveDraft, { form, fields }, await portalContext(saveDraft));
}

async function bodyOf(request: NextRequest): Promise<Record<'person' | 'form' | 'fields', never>> {
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null) throw new OperationError('malformed_request');
  return body as Record<'person' | 'form' | 'fields', never>;
}

const emptyAnswer = (status: number) =>
  new Response(null, { status, headers: { 'cache-control': 'private, no-store' } });
