import type { z } from 'zod';
import type { Operation } from '#lib/operations/define';

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

type Fields = Readonly<Record<string, unknown>>;
export type HeaderOf = (name: string) => string | undefined;

/** How the OpenAPI document words a line that differs from its operation. */
export interface Wire {
  /** The answer, where `fromOutput` makes another one. */
  readonly output?: z.ZodType;
  /** Fields that stand in the query of a method that may have a body. */
  readonly query?: readonly string[];
  /** The field that the If-Match header fills: never one of the body. */
  readonly ifMatch?: string;
  /** The field that is the body itself, as bytes. */
  readonly bytes?: string;
  /** Fields that stand in headers beside such a body, by header. No address holds what people write. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Media types of an answer that is a file. */
  readonly produces?: readonly string[];
}

/** An answer that is no JSON. */
export interface FileAnswer {
  readonly content: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

interface Mapping<In, Out> {
  /** Path, query and body of this version to the operation's input, which checks it. Identity where it is left out. */
  readonly toInput?: (fields: Fields, header: HeaderOf) => Fields | In;
  readonly fromOutput?: (output: Out) => unknown;
  /** The answer as a file. */
  readonly file?: (output: Out) => FileAnswer;
  /** The address of what was made, sent as Location. */
  readonly location?: (output: Out) => string;
  /** The version of what is answered, sent as ETag: what `If-Match` takes. */
  readonly version?: (output: Out) => number;
  readonly wire?: Wire;
}

/** One line of a version's frozen table. */
export interface RestRoute extends Mapping<unknown, never> {
  readonly method: RestMethod;
  /** Below the version's prefix: `/records/{id}`. */
  readonly path: `/${string}`;
  readonly operation: Operation;
}

export function route<In, Out>(
  line: `${RestMethod} /${string}`,
  operation: Operation<In, Out>,
  mapping: Mapping<In, Out> = {},
): RestRoute {
  const space = line.indexOf(' ');
  const method = line.slice(0, space) as RestMethod;
  return { ...mapping, method, path: line.slice(space + 1) as `/${string}`, operation };
}
