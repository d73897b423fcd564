import type { Operation } from '#lib/operations/define';
import type { RestMethod } from '../rest-route';
import type { WireResponse } from '../wire';
import type { Asked } from './asked';

/** What a line reads from a request, and how it writes what the operation says. */
export interface Reading<Out> {
  readonly input: unknown;
  answer(output: Out): WireResponse;
}

/** How the CapabilityStatement speaks of a line. */
export type Told =
  | { readonly interaction: 'read' | 'vread' | 'history-instance' | 'search-type' }
  | { readonly operation: string; readonly definition: string };

/** One line of the table that both answers and tells what it answers. */
export interface FhirRoute {
  readonly method: RestMethod;
  readonly path: `/${string}`;
  readonly operation: Operation;
  readonly told: Told | null;
  /** NDJSON may be asked for. */
  readonly inLines: boolean;
  /** What is asked for may be given as it is, whatever it is. */
  readonly inBytes: boolean;
  /** Parameters stand in a form, which is the body. */
  readonly inForm: boolean;
  /** Who is asked where this one knows no such thing. */
  readonly otherwise: FhirRoute | null;
  read(asked: Asked): Reading<never>;
}

interface Line<In, Out> {
  readonly operation: Operation<In, Out>;
  readonly told?: Told;
  readonly inLines?: true;
  readonly inBytes?: true;
  readonly inForm?: true;
  readonly otherwise?: FhirRoute;
  read(asked: Asked): Reading<Out>;
}

export function fhirRoute<In, Out>(
  line: `${RestMethod} /${string}`,
  { told, inLines, inBytes, inForm, otherwise, ...rest }: Line<In, Out>,
): FhirRoute {
  const space = line.indexOf(' ');
  const [method, path] = [line.slice(0, space) as RestMethod, line.slice(space + 1) as `/${string}`];
  return {
    ...rest,
    method,
    path,
    told: told ?? null,
    inLines: inLines ?? false,
    inBytes: inBytes ?? false,
    inForm: inForm ?? false,
    otherwise: otherwise ?? null,
  };
}
