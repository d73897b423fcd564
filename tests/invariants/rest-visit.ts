import type { UserCaller } from '#lib/operations/kernel/caller';
import type { RestRoute } from '#lib/transport/rest-route';
import { restV1 } from '#lib/transport/rest-v1';
import { ask, type Reply, tokenOf } from '../harness/ask';
import type { ExampleClinic } from './example-clinic';
import { type Performer, type ReadyRun, readyRun, runWell } from './performers';
import { type RestRequest, restRequest } from './rest-request';

/** A line of version 1 and somebody for whom it goes well. */
export interface RestVisit {
  readonly route: RestRoute;
  readonly performer: Performer;
}

export const lineOf = ({ route: { method, path } }: RestVisit) => `${method} ${path}`;

export async function restVisits(clinic: ExampleClinic): Promise<RestVisit[]> {
  const visits: RestVisit[] = [];
  for (const route of restV1) {
    visits.push({ route, performer: (await runWell(clinic, route.operation)).performer });
  }
  return visits;
}

export interface ReadyRequest extends ReadyRun {
  readonly request: RestRequest;
  readonly token?: string;
}

/** The request that would go well, ready to be spoilt. */
export async function readyRequest(
  clinic: ExampleClinic,
  { route, performer }: RestVisit,
): Promise<ReadyRequest> {
  const ready = await readyRun(clinic, route.operation, performer);
  const token =
    ready.caller.kind === 'user' ? await tokenOf(clinic.clock, ready.caller as UserCaller) : undefined;
  return { ...ready, request: restRequest(route, ready.input), ...(token && { token }) };
}

export interface Spoilt {
  readonly url?: string;
  readonly method?: string;
  readonly body?: string | Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null: without one. */
  readonly token?: string | null;
  readonly ip?: string;
}

/** Asks the ready request in another way. */
export function askSpoilt({ request, token }: ReadyRequest, spoilt: Spoilt): Promise<Reply> {
  const { method, url, body, headers, ip, ...shown } = { token, ...request, ...spoilt };
  return ask(method, url, {
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
    ...(shown.token && { token: shown.token }),
    ...(ip && { ip }),
  });
}
