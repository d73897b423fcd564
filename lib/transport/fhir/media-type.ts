import { OperationError } from '#lib/errors/operation-error';
import { header, type WireRequest } from '../wire';

export const fhirType = 'application/fhir+json; charset=utf-8';
export const fhirLinesType = 'application/fhir+ndjson; charset=utf-8';

const json = ['application/fhir+json', 'application/json', 'json'];
const lines = ['application/fhir+ndjson', 'application/x-ndjson', 'application/ndjson', 'ndjson'];

const anything = /^(?:\*|application)\/\*$/;

/**
 * R4, "http", 3.1.0.1.11: what is asked for by `_format`, else by Accept. Only JSON is given, and only of R4.
 * @throws OperationError `not_acceptable`
 */
export function assertAcceptable(request: WireRequest, format: string | null, inLines = false): void {
  const given = inLines ? [...json, ...lines] : json;
  // In a query a plus is a space.
  const asked = format === null ? wished(request) : [format.replace(' ', '+').toLowerCase()];
  const isGiven = (range: string) => {
    const type = range.split(';')[0]?.trim() ?? '';
    return (anything.test(type) || given.includes(type)) && !isRefused(range);
  };
  if (asked.length > 0 && !asked.some(isGiven)) throw new OperationError('not_acceptable');
}

/** Of what can be had as it is: whether the resource around it is asked for. */
export function wishesFhir(request: WireRequest, format: string | null): boolean {
  const asked = format === null ? wished(request) : [format.replace(' ', '+').toLowerCase()];
  return asked.some((range) => json.includes(range.split(';')[0]?.trim() ?? '') && !isRefused(range));
}

function wished(request: WireRequest): string[] {
  const ranges = (header(request, 'accept') ?? '').toLowerCase().split(',');
  return ranges.map((range) => range.trim()).filter((range) => range !== '');
}

/** RFC 9110, 12.4.2: a weight of nought; and another version of FHIR than ours. */
function isRefused(range: string): boolean {
  const version = /;\s*fhirversion=([\d.]+)/.exec(range)?.[1];
  return (
    /;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(range) || (version !== undefined && !/^4\.0(?:\.\d)?$/.test(version))
  );
}
