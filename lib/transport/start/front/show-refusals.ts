import type { ServerResponse } from 'node:http';
import type { CapturedAnswer } from './capture-answer';

type Instead = (status: number) => Promise<CapturedAnswer>;

/**
 * Next answers a page that throws (`notFound()`, `forbidden()`, a fault) with an empty document that only its script
 * fills. Where it is about to, that is thrown away and another page takes its place, under the same status. What Next
 * sends to its own script, which shows the refusal itself, passes.
 */
export function showRefusals(
  response: ServerResponse,
  instead: Instead,
  failed: (error: unknown) => void,
): void {
  const { writeHead, write, flushHeaders, end } = response;
  let refused = false;
  const isRefused = (status: unknown = response.statusCode): boolean => {
    refused ||= !response.headersSent && Number(status) >= 400 && isDocument(response);
    return refused;
  };
  const send = ({ headers, body }: CapturedAnswer) => {
    for (const name of response.getHeaderNames()) if (name !== 'set-cookie') response.removeHeader(name);
    for (const [name, value] of Object.entries(headers)) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.setHeader('content-length', body.byteLength);
    Reflect.apply(end, response, [body]);
  };
  const replace = () => {
    Object.assign(response, { writeHead, write, flushHeaders, end });
    instead(response.statusCode).then(send).catch(failed);
    return response;
  };
  response.writeHead = (...given: unknown[]) => {
    if (!isRefused(given[0])) return Reflect.apply(writeHead, response, given);
    response.statusCode = Number(given[0]);
    return response;
  };
  response.write = (...given: unknown[]) => isRefused() || Reflect.apply(write, response, given);
  response.flushHeaders = () => {
    if (!isRefused()) Reflect.apply(flushHeaders, response, []);
  };
  response.end = (...given: unknown[]) => (isRefused() ? replace() : Reflect.apply(end, response, given));
}

const isDocument = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/html');
