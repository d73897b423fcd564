import type { RestRoute } from '#lib/transport/rest-route';

export interface RestRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Fields = Readonly<Record<string, unknown>>;

/** An operation's input as version 1 sends it: path, then query or body. */
export function restRequest({ method, path, wire = {} }: RestRoute, input: unknown): RestRequest {
  const fields = { ...(input as Fields) };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(fields[name]);
    delete fields[name];
    // Half a surrogate pair has no UTF-8: it is sent as any client would.
    return encodeURIComponent(Buffer.from(value).toString());
  });
  const tag = wire.ifMatch === undefined ? undefined : fields[wire.ifMatch];
  if (wire.ifMatch !== undefined) delete fields[wire.ifMatch];
  const inQuery = Object.entries(fields).filter(([name]) => method === 'GET' || wire.query?.includes(name));
  for (const [name] of inQuery) delete fields[name];
  const query = new URLSearchParams(inQuery.map(([name, value]) => [name, String(value)])).toString();
  return {
    method,
    url: `/api/v1${address}${query && `?${query}`}`,
    ...(Object.keys(fields).length > 0 && { body: JSON.stringify(fields) }),
    ...(tag !== undefined && { headers: { 'if-match': `"${tag}"` } }),
  };
}
