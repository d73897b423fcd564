import { OperationError } from '#lib/errors/operation-error';
import type { ExportView } from '#lib/operations/exports/export-view';
import { httpDate } from '#lib/platform/instant-text';
import { json, text } from '../answer';
import type { WireResponse } from '../wire';
import { type Asked, prefersAsync, Understood } from './asked';
import { fhirLinesType, fhirType } from './media-type';

const pollSeconds = 2;
const lineFormats = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];

/**
 * The wish for an export (HL7 Bulk Data Access 2.0, "kick-off").
 * @throws OperationError `malformed_request` where an answer at once is asked for, or another format
 */
export function readKickOff(asked: Asked) {
  const input: { types?: string[]; since?: string } = {};
  const understood = new Understood(asked, (name, value) => {
    if (name === '_type') input.types = [...(input.types ?? []), ...value.split(',')];
    else if (name === '_since') input.since = value;
    else return name === '_outputFormat';
    return true;
  });
  if (!prefersAsync(asked.request)) throw refused('Prefer', 'Ask for it by Prefer: respond-async');
  if (
    asked.query.some(
      ([name, value]) => name === '_outputFormat' && !lineFormats.includes(value.replace(' ', '+')),
    )
  )
    throw refused('_outputFormat', 'Only NDJSON can be given');
  return { input, understood };
}

const refused = (path: string, message: string) =>
  new OperationError('malformed_request', { errors: [{ path, code: 'invalid_value', message }] });

const statusOf = (base: string, { id }: Pick<ExportView, 'id'>) => `${base}/$export-status/${id}`;

function told(status: number, words: string, headers: Record<string, string>): WireResponse {
  const issue = [{ severity: 'information', code: 'informational', diagnostics: words }];
  return text(status, JSON.stringify({ resourceType: 'OperationOutcome', issue }), fhirType, headers);
}

export const accepted = ({ base }: Asked, view: ExportView): WireResponse =>
  told(202, 'The export is on its way', { 'content-location': statusOf(base, view) });

export const cancelled = (): WireResponse => told(202, 'The export is cancelled', {});

/** On its way, or what there is to be taken. */
export function status({ base }: Asked, view: ExportView): WireResponse {
  if (view.state === 'failed') throw new OperationError('internal_error');
  if (view.state === 'done') return manifest(base, view);
  return told(202, 'The export is on its way', {
    'x-progress': `${view.done} of ${view.total} charts`,
    'retry-after': String(pollSeconds),
  });
}

function manifest(base: string, view: ExportView): WireResponse {
  const request = new URLSearchParams({
    ...(view.types && { _type: view.types.join() }),
    ...(view.since && { _since: view.since }),
  }).toString();
  const output = view.files.map(({ resource_type, part, count }) => ({
    type: resource_type,
    url: `${base}/$export-files/${view.id}/${resource_type}/${part}`,
    ...(count !== null && { count }),
  }));
  const body = {
    transactionTime: view.created_at,
    request: `${base}/Patient/$export${request && `?${request}`}`,
    requiresAccessToken: true,
    output,
    error: [],
    deleted: [],
  };
  return json(200, body, { expires: httpDate(view.expires_at) });
}

export const file = ({ lines }: { lines: string }): WireResponse => text(200, lines, fhirLinesType);
