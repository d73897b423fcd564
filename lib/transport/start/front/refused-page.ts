import { IncomingMessage, type ServerResponse } from 'node:http';
import { type FrontDoor, frontDoorHeaders } from '#lib/platform/front-door';
import { paths } from '#lib/platform/paths';
import { type CapturedAnswer, captureAnswer } from './capture-answer';

type Page = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What belongs to the first request alone, or would make the answer another thing than a page as it is. */
const notHandedOn =
  /^(?:content-|transfer-|if-|next-|rsc$|range$|expect$|accept-encoding$|accept$|sec-fetch-)/;

/**
 * What people are shown in place of a page that was refused or has failed: a page of its own, asked of Next once more, as
 * whoever asked for the first.
 *
 * @throws Error where not even that can be made
 */
export async function refusedPage(
  page: Page,
  request: IncomingMessage,
  door: FrontDoor,
  status: number,
): Promise<CapturedAnswer> {
  const again = asGet(
    request,
    frontDoorHeaders({ ...door, refused: { status, address: request.url ?? '/' } }),
  );
  const { response, answer } = captureAnswer(again);
  const [captured] = await Promise.all([answer, page(again, response)]);
  if (captured.status !== 200) throw new Error('The page of a refusal was refused itself.');
  return captured;
}

function asGet(request: IncomingMessage, door: Record<string, string>): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const kept = Object.entries(request.headers).filter(([name]) => !notHandedOn.test(name));
  const headers = { ...Object.fromEntries(kept), ...door, accept: 'text/html' };
  const rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((each) => [name, each]),
  );
  Object.assign(again, {
    method: 'GET',
    url: paths.refused,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
  });
  Object.assign(again, { headers, rawHeaders, complete: true });
  again.push(null);
  return again;
}
