import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '#lib/platform/embedded-postgres/free-port';
import { readEnv } from '#lib/platform/env/read';
import { readFrontDoor } from '#lib/platform/front-door';
import { paths } from '#lib/platform/paths';
import { createFrontServer } from '#lib/transport/start/front/front-server';

/** As Next does it: the head goes out alone, then the body, and a page that was refused is empty. */
function writePage(response: ServerResponse, status: number, type: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('x-of', text);
  response.flushHeaders();
  response.write(text.slice(0, 3));
  response.end(text.slice(3));
}

async function page(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const get = (name: string) => [request.headers[name]].flat()[0] ?? null;
  const { refused } = readFrontDoor({ get }) ?? {};
  if (request.url === paths.refused && refused?.address === '/broken') throw new Error('No page at all.');
  if (request.url === paths.refused && refused) {
    const told = `${request.method} in place of ${refused.address}, as ${get('cookie')}`;
    return writePage(response, 200, 'text/html; charset=utf-8', told);
  }
  if (request.url === '/moved') {
    response.setHeader('location', '/sign-in');
    return writePage(response, Number(get('x-status')), 'text/html; charset=utf-8', 'empty');
  }
  const script = request.headers.rsc ? 'text/x-component' : 'text/html; charset=utf-8';
  writePage(response, Number(request.headers['x-status'] ?? 500), script, 'empty');
}

const port = await freePort();
const server = createFrontServer(readEnv({ PORT: String(port) }), {
  page,
  dispatch: () => Promise.reject(new Error('Not asked.')),
});
beforeAll(() => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)));
afterAll(() => void server.close().closeAllConnections());

const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  redirect: RequestRedirect = 'follow',
) => fetch(`http://localhost:${port}${path}`, { method, headers: { cookie: 'a=b', ...headers }, redirect });

it.each(['403', '404', '500'])(
  'shows another page in place of one that is refused with %s',
  async (status) => {
    const answer = await ask('/patient/x?y=1', { 'x-status': status });
    expect([answer.status, await answer.text()]).toEqual([
      Number(status),
      'GET in place of /patient/x?y=1, as a=b',
    ]);
    expect(answer.headers.get('x-of')).toBe('GET in place of /patient/x?y=1, as a=b');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  },
);

it('answers a form that was posted to it likewise, and HEAD without a body', async () => {
  const own = { origin: `http://localhost:${port}`, 'x-status': '404' };
  expect(await (await ask('/nope', own, 'POST')).text()).toBe('GET in place of /nope, as a=b');
  const head = await ask('/nope', own, 'HEAD');
  expect([head.status, await head.text()]).toEqual([404, '']);
});

it('leaves a page that is not refused, and what goes to the script, as they are', async () => {
  expect(await (await ask('/patient', { 'x-status': '200' })).text()).toBe('empty');
  expect(await (await ask('/patient', { 'x-status': '404', rsc: '1' })).text()).toBe('empty');
});

it('refuses in plain words where not even that page can be made', async () => {
  const answer = await ask('/broken');
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 'internal_error' });
});

it('lets nobody else say that a page was refused', async () => {
  const answer = await ask(paths.refused, { 'x-medisecure-refused': '404 /x', 'x-status': '404' });
  expect(await answer.text()).toBe(`GET in place of ${paths.refused}, as a=b`);
});

it('sends the reader of a form elsewhere without the form', async () => {
  const own = { origin: `http://localhost:${port}`, 'x-status': '307' };
  const at = async (headers: Record<string, string>, method?: string) =>
    (await ask('/moved', headers, method, 'manual')).status;
  expect([await at(own, 'POST'), await at(own), await at({ ...own, 'x-status': '308' }, 'POST')]).toEqual([
    303, 307, 308,
  ]);
});
