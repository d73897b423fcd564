import { stringify as printLossless } from 'lossless-json';
import { type PortalClaims, writeClaims } from '#lib/auth/portal/claims';
import { isOperationError } from '#lib/errors/operation-error';
import { redeemTicket } from '#lib/operations/auth/redeem-ticket';
import type { Operation } from '#lib/operations/define';
import type { Caller, UserCaller } from '#lib/operations/kernel/caller';
import type { Clock } from '#lib/platform/clock';
import { attempt as submitted } from '#lib/transport/action';
import { fhirR4 } from '#lib/transport/fhir/fhir-r4';
import { personField } from '#lib/transport/form-state';
import { query } from '#lib/transport/page';
import { somebody } from '#lib/transport/page-person';
import { restV1 } from '#lib/transport/rest-v1';
import type { Account } from '../factories/account';
import { portalCaller, visitor } from '../factories/visitor';
import { ask, type Reply, tokenOf } from '../harness/ask';
import { attempt } from './attempt';
import { fhirRequest } from './fhir-request';
import { restRequest } from './rest-request';
import { portalTicketFor } from './sign-in-material';

/** What came through a door: an answer as text, or the code of the refusal. */
export interface Passed {
  readonly answer?: string;
  readonly refusal?: string;
}

interface Visit {
  readonly operation: Operation;
  readonly input: unknown;
  /** With a token. */
  readonly caller: Caller;
  readonly clock: Clock;
}

/** The line of FHIR that asks this operation. */
export const fhirRouteOf = (operation: Operation) => fhirR4.find((route) => route.operation === operation);

/** Over FHIR; null for an operation that has no line there. Of an answer, the resources alone. */
export async function byFhir({ operation, input, caller, clock }: Visit): Promise<Passed | null> {
  const route = fhirRouteOf(operation);
  if (!route) return null;
  const token = caller.kind === 'user' ? await tokenOf(clock, caller as UserCaller) : undefined;
  const { url, headers } = fhirRequest(route, input);
  const reply = await ask(route.method, url, { headers, ...(token && { token }) });
  if (reply.status >= 400) return { refusal: codeOf(reply.json) };
  return { answer: text(resourcesIn(reply)) };
}

const codeOf = (outcome: Record<string, unknown>): string => {
  const [issue] = outcome.issue as { details: { coding: { code: string }[] } }[];
  return String(issue?.details.coding[0]?.code);
};

/** What an operation of FHIR gives, as its door prints it: resources, and nothing of the frame around them. */
export function resourcesOf(output: unknown): unknown {
  const { items, entries, resource, lines } = output as Record<string, never>;
  const all = (items ?? entries ?? (resource ? [output] : [])) as { resource: string }[];
  if (lines)
    return String(lines)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return all.map((each) => JSON.parse(each.resource));
}

function resourcesIn({ headers, text: body, json }: Reply): unknown {
  if (headers['content-type']?.includes('ndjson'))
    return body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  if (json.resourceType === 'Bundle')
    return ((json.entry ?? []) as { resource: unknown }[]).map(({ resource }) => resource);
  return json.id ? [json] : [];
}

const text = (value: unknown) => printLossless(value) ?? '';

/** No door at all: what the operation itself says. */
export async function byRun({
  operation,
  input,
  caller,
  clock,
}: Visit): Promise<Passed & { output?: unknown }> {
  const { error, output } = await attempt(operation, input, { caller, clock });
  return error ? { refusal: error.code } : { answer: text(output), output };
}

export const routeOf = (operation: Operation) => restV1.find((route) => route.operation === operation);

/** Version 1; null for an operation that has no line there. */
export async function byRest({ operation, input, caller, clock }: Visit): Promise<Passed | null> {
  const route = routeOf(operation);
  if (!route) return null;
  const { method, url, ...sent } = restRequest(route, input);
  const token = caller.kind === 'user' ? await tokenOf(clock, caller as UserCaller) : undefined;
  const reply = await ask(method, url, { ...sent, ...(token && { token }) });
  return reply.status >= 400 ? { refusal: String(reply.json.code) } : { answer: reply.text };
}

/** What the address has not been told for is the same refusal in the words of a page. */
const pageWords: Readonly<Record<string, string>> = {
  notFound: 'not_found',
  forbidden: '403',
  'redirect /sign-in?reason=expired': 'unauthenticated',
};

/** A page's query, in the browser whose cookie the jar holds. */
export async function byPage({ operation, input }: Visit): Promise<Passed> {
  try {
    return { answer: text(await query(operation, input)) };
  } catch (thrown) {
    return { refusal: isOperationError(thrown) ? thrown.code : wordOf(thrown) };
  }
}

const wordOf = (thrown: unknown) => {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return pageWords[message] ?? message;
};

/** A form: its text fields where the whole input is text, else what the page has bound. */
export async function byAction({ operation, input }: Visit): Promise<Passed> {
  const form = new FormData();
  const fields = Object.entries((input ?? {}) as Record<string, unknown>);
  const isText = fields.every(([, value]) => typeof value === 'string');
  if (isText) for (const [name, value] of fields) form.append(name, String(value));
  // The page has written into its form whom it was made for.
  const person = await somebody();
  if (person) form.append(personField, person.id);
  try {
    const outcome = await submitted(operation, form, isText ? {} : (input as Record<string, unknown>));
    if ('output' in outcome) return { answer: text(outcome.output) };
    const { errors = [], message } = outcome.state;
    return {
      refusal:
        errors[0]?.path === '' ? errors[0].code : errors.length > 0 ? 'validation_failed' : (message ?? ''),
    };
  } catch (thrown) {
    return { refusal: wordOf(thrown) };
  }
}

/** A new session at the portal, opened as its form does: its cookie, and what that claims. */
export async function portalSession(clock: Clock, account: Account) {
  const ticket = await portalTicketFor(clock, account, 'totp');
  const opened = await visitor(clock).call(redeemTicket, { ticket });
  const claims = { sid: opened.session_id, secret: opened.secret, role: opened.role } as PortalClaims;
  return { cookie: await writeClaims(claims, 3600), caller: portalCaller(opened) };
}
