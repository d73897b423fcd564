import { invalidField, isOperationError, OperationError } from '#lib/errors/operation-error';
import { type BundleIssueCode, bundleIssues, wordsOfValidator } from '#lib/fhir/bundle/issue';
import { cancelImport } from '#lib/operations/imports/cancel';
import { createImport } from '#lib/operations/imports/create';
import { createClinicImport } from '#lib/operations/imports/create-for-clinic';
import { getImport } from '#lib/operations/imports/get';
import type { ImportView } from '#lib/operations/imports/import-view';
import type { Caller } from '#lib/operations/kernel/caller';
import { run } from '#lib/operations/run';
import { type Clock, systemClock } from '#lib/platform/clock';
import { env } from '#lib/platform/env';
import { apiCaller } from '../api-caller';
import { bodyLimitBytes } from '../body-limit';
import { assertContentType } from '../content-type';
import type { Answered } from '../rest';
import { inPieces } from '../upload-pieces';
import { header, type WireRequest, type WireResponse } from '../wire';
import { fhirAnswer, outcomeOf } from './outcome';

const base = '/fhir/R4';
const statusPath = /^\/fhir\/R4\/\$import-status\/([^/]+)$/;

/**
 * `POST /fhir/R4`: a bundle, a resource or lines of them. It answers at once and says where the import can be followed
 * (the pattern of FHIR's asynchronous requests), because what is in an upload is checked before any of it is written.
 * Null for what is no request of an import.
 */
export function fhirImport(
  request: WireRequest,
  path: string,
  query: string,
  clock: Clock = systemClock,
): Answered | null {
  if (request.method === 'POST' && (path === base || path === `${base}/`))
    return { template: base, answer: () => accept(request, query, clock) };
  const [, id] = statusPath.exec(path) ?? [];
  if (id === undefined || !['GET', 'DELETE'].includes(request.method)) return null;
  const answer = request.method === 'GET' ? report : cancel;
  return { template: `${base}/$import-status/{id}`, answer: () => answer(request, id, clock) };
}

/** Whoever writes records imports into a chart; who administers, whole charts of which they see none. */
async function accept(request: WireRequest, query: string, clock: Clock): Promise<WireResponse> {
  const caller = await apiCaller(request, clock);
  const isClinical = caller.scopes.includes('write:records');
  const operation = isClinical ? createImport : createClinicImport;
  const bytes = await request.body(bodyLimitBytes);
  assertContentType(request, operation.declaration.consumes);
  const given = namedIn(new URLSearchParams(query));
  const context = contextOf(request, caller, clock);
  const input = { ...given, content: inPieces(bytes) };
  const { id } = isClinical
    ? await run(createImport, input, context)
    : await run(createClinicImport, input, context);
  const place = new URL(`${base}/$import-status/${id}`, env().publicUrl).href;
  const [type, words] = ['informational', 'The import has begun.'];
  const issue = { severity: 'information', type, codes: ['import_begun'], words } as const;
  return fhirAnswer(202, outcomeOf([issue]), { 'content-location': place, 'retry-after': '1' });
}

/** @throws OperationError `validation_failed` for what is named twice: nobody can say which is meant */
function namedIn(search: URLSearchParams) {
  const names = { patient: 'patient_id', source: 'source_system' };
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, field]) => {
      const [value, ...others] = search.getAll(name);
      if (others.length > 0) throw invalidField(name, 'repeated', 'Given more than once');
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

async function report(request: WireRequest, id: string, clock: Clock): Promise<WireResponse> {
  const found = await run(
    getImport,
    { id },
    contextOf(request, await apiCaller(request, clock), clock),
  ).catch(hideBadId);
  if (found.state === 'cancelled') throw new OperationError('not_found');
  // What is none of ours comes from the validator, which speaks in IssueTypes.
  const issues = found.issues.map(({ code, path, severity }) => ({
    ...{ severity, codes: [code], expression: path },
    ...(isOurs(code) ? { words: bundleIssues[code] } : { type: code, words: wordsOfValidator(code) }),
  }));
  if (found.state === 'failed') return fhirAnswer(422, outcomeOf(issues));
  if (found.ended_at === null) {
    const progress = `${found.done} of ${found.total} entries checked`;
    return { status: 202, headers: { 'x-progress': progress, 'retry-after': '1' }, body: null };
  }
  return fhirAnswer(200, parametersOf(found, issues));
}

const isOurs = (code: string): code is BundleIssueCode => Object.hasOwn(bundleIssues, code);

/** The numbers of an import as a resource of R4. */
function parametersOf(found: ImportView, issues: Parameters<typeof outcomeOf>[0]): object {
  const counts = ['total', 'added', 'known', 'updated', 'rejected'] as const;
  return {
    resourceType: 'Parameters',
    parameter: [
      ...counts.map((name) => ({ name, valueInteger: found[name] })),
      ...(issues.length > 0 ? [{ name: 'outcome', resource: outcomeOf(issues) }] : []),
    ],
  };
}

async function cancel(request: WireRequest, id: string, clock: Clock): Promise<WireResponse> {
  await run(cancelImport, { id }, contextOf(request, await apiCaller(request, clock), clock)).catch(
    hideBadId,
  );
  return { status: 202, headers: {}, body: null };
}

/** An id that is no id is as missing as any other. */
function hideBadId(error: unknown): never {
  const isBad = isOperationError(error) && error.code === 'validation_failed';
  throw isBad ? new OperationError('not_found') : error;
}

function contextOf(request: WireRequest, caller: Caller, clock: Clock) {
  const { ip, requestId } = request;
  return {
    ...{ caller, clock },
    request: { ip, requestId, userAgent: header(request, 'user-agent')?.slice(0, 512) ?? null },
  };
}
