import type { RestRoute, Wire } from '#lib/transport/rest-route';

export interface RestRequest {
  readonly method: string;
  readonly url: string;
  /** Bytes where the route takes a file. */
  readonly body?: string | Uint8Array;
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
  const said = headersOf(wire, fields);
  const query = new URLSearchParams(inQuery.map(([name, value]) => [name, String(value)])).toString();
  return {
    method,
    url: `/api/v1${address}${query && `?${query}`}`,
    ...bodyOf(wire, fields),
    headers: { ...said, ...(tag !== undefined && { 'if-match': `"${tag}"` }) },
  };
}

/** What a route with a file takes in headers, as text that is not ASCII is written there (RFC 8187). */
function headersOf({ bytes, headers = {} }: Wire, fields: Record<string, unknown>): Record<string, string> {
  const said = Object.entries(headers).flatMap(([name, field]) => {
    const value = fields[field];
    delete fields[field];
    // Half a surrogate pair has no UTF-8: it is sent as any client would.
    return value === undefined
      ? []
      : [[name, `UTF-8''${encodeURIComponent(Buffer.from(String(value)).toString())}`]];
  });
  return { ...Object.fromEntries(said), ...(bytes && { 'content-type': 'application/octet-stream' }) };
}

function bodyOf({ bytes }: Wire, fields: Record<string, unknown>): Pick<RestRequest, 'body'> {
  if (bytes) return { body: Buffer.from(String(fields[bytes] ?? ''), 'base64') };
  return Object.keys(fields).length > 0 ? { body: JSON.stringify(fields) } : {};
}
