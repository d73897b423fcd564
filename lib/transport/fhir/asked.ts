import { OperationError } from '#lib/errors/operation-error';
import { header, type WireRequest } from '../wire';

/** A request as a line of the table reads it. */
export interface Asked {
  readonly request: WireRequest;
  /** Of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  /** Below which our resources stand. */
  readonly base: string;
}

/** Parameters that say how the answer is written and not what is in it. */
const formal = ['_format', '_pretty'];

/** The parameters that were understood, as they stand in the address of the answer (R4, "search", 3.1.1.4). */
export class Understood {
  readonly #kept: (readonly [string, string])[] = [];
  readonly #unknown: string[] = [];

  constructor(asked: Asked, read: (name: string, value: string) => boolean) {
    for (const [name, value] of asked.query) {
      if (formal.includes(name)) continue;
      if (read(name, value)) this.#kept.push([name, value]);
      else this.#unknown.push(name);
    }
    if (isStrict(asked.request)) this.#refuse();
  }

  /** The address of this answer, or of another page of it. */
  address(path: string, cursor?: string): string {
    const kept = cursor === undefined ? this.#kept : this.#kept.filter(([name]) => name !== '_cursor');
    const pairs = [...kept, ...(cursor === undefined ? [] : [['_cursor', cursor] as const])];
    const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
    return query === '' ? path : `${path}?${query}`;
  }

  #refuse(): void {
    if (this.#unknown.length === 0) return;
    const [code, message] = ['unknown_parameter', 'Not a parameter that is understood here'];
    const names = [...new Set(this.#unknown)];
    throw new OperationError('malformed_request', { errors: names.map((path) => ({ path, code, message })) });
  }
}

/** R4, "http", 3.1.0.1.8.2 */
const isStrict = (request: WireRequest) =>
  /(?:^|[,;\s])handling=strict(?:$|[,;\s])/i.test(header(request, 'prefer') ?? '');

export const prefersAsync = (request: WireRequest): boolean =>
  /(?:^|[,;\s])respond-async(?:$|[,;\s])/i.test(header(request, 'prefer') ?? '');
