/** A request as every door hands it in: plain values, because web objects cost a quarter of the throughput. */
export interface WireRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  /** Lower-case names, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly ip: string | null;
  readonly requestId: string;
  /** Reads the body once, counting what really arrives. @throws OperationError `request_too_large` beyond the limit */
  body(limit: number): Promise<Uint8Array>;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** One in words: all but files. */
export interface TextResponse extends WireResponse {
  readonly body: string | null;
}

/** The one value of a header; a repeated one counts as absent, so that two readers never differ. */
export function header({ headers }: Pick<WireRequest, 'headers'>, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

/** Does the request say that it has a body? (RFC 9112, section 6) */
export function hasBody(request: Pick<WireRequest, 'headers'>): boolean {
  const length = header(request, 'content-length');
  return request.headers['transfer-encoding'] !== undefined || (length !== null && length !== '0');
}
