import type { NextRequest } from 'next/server';
import { isOperationError } from '#lib/errors/operation-error';
import { run } from '#lib/operations/run';
import { searchTerminology } from '#lib/operations/terminology/search';
import { portalContext } from './portal-caller';
import { emptyAnswer, portalJson, unkept } from './portal-json';

/**
 * `POST /terminology`: codes for what is being typed into a form. A body and no query, because what somebody types there
 * is about a patient, and addresses are kept in logs.
 */
export async function answerTerminology(request: NextRequest): Promise<Response> {
  try {
    const asked = (await portalJson(request)) as never;
    const found = await run(searchTerminology, asked, await portalContext(searchTerminology));
    return Response.json(found, { headers: unkept });
  } catch (thrown) {
    if (!isOperationError(thrown)) throw thrown;
    return emptyAnswer(thrown.status);
  }
}
