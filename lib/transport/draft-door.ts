import type { NextRequest } from 'next/server';
import { isOperationError, OperationError } from '#lib/errors/operation-error';
import { saveDraft } from '#lib/operations/drafts/save';
import { run } from '#lib/operations/run';
import { somebody } from './page-person';
import { portalContext } from './portal-caller';
import { emptyAnswer, portalJson } from './portal-json';

/**
 * `POST /drafts`: what is being typed, as a page sends it while it is typed and once more while it is closed, which no
 * server action survives.
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
  const { person, form, fields } = (await portalJson(request)) as Record<'person' | 'form' | 'fields', never>;
  const sender = await somebody();
  // Tabs share their cookies: what was typed by one person is not kept for the next.
  if (sender && sender.id !== person) throw new OperationError('conflict');
  await run(saveDraft, { form, fields }, await portalContext(saveDraft));
}
