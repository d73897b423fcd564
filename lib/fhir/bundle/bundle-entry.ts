import { type Json, type JsonObject, object, string } from '../json';
import { compact } from './compact';
import type { ScannedEntry } from './entry-scanner';
import { badBundle } from './issue';
import { type Parsed, parseStrict } from './strict-parser';

export interface BundleEntry {
  readonly position: number;
  /** Where its resource stands: `Bundle.entry[17].resource`. */
  readonly place: string;
  readonly fullUrl: string | null;
  readonly type: string;
  readonly id: string | null;
  /** By what its source knows it: the UUID of a `urn:uuid:`, otherwise its type and id. Null: it does not say. */
  readonly sourceId: string | null;
  readonly resource: JsonObject;
  /** The resource as received, without the white space between its elements. */
  readonly text: string;
  readonly request: JsonObject | null;
}

/** R4, "Bundle": an absolute address. */
const absolute = /^(?:urn:(?:uuid|oid):|https?:\/\/)\S+$/;
const uuidUrn = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const resourceType = /^[A-Z][A-Za-z]{1,63}$/;
/** They say how resources are sent and are none of a chart. */
const envelopes = new Set(['Bundle', 'Parameters', 'OperationOutcome']);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws BadBundle with the place of what is wrong in it */
export function readEntry({ bytes, place, position }: ScannedEntry): BundleEntry {
  if (!bytes) throw badBundle(place, 'too_large');
  const text = decode(bytes, place);
  const parsed = parseStrict(text, place);
  return place.startsWith('Bundle')
    ? ofBundle(text, parsed, place, position)
    : single(text, parsed, place, position);
}

export function decode(bytes: Uint8Array, place: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw badBundle(place, 'invalid_utf8');
  }
}

function single(text: string, { value }: Parsed, place: string, position: number): BundleEntry {
  const resource = resourceOf(value, place);
  return {
    position,
    place,
    ...identityOf(resource, null, place),
    resource,
    text: compact(text),
    request: null,
  };
}

function ofBundle(text: string, { value, spans }: Parsed, place: string, position: number): BundleEntry {
  const entry = object(value);
  const span = spans.get('resource');
  if (!entry || !span) throw badBundle(place, 'entry_shape');
  const at = `${place}.resource`;
  const resource = resourceOf(entry.resource, at);
  const identity = identityOf(resource, fullUrlOf(entry, place), at);
  const request = requestOf(entry, identity.type, place);
  return { position, place: at, ...identity, resource, text: compact(text.slice(...span)), request };
}

function resourceOf(value: Json | undefined, place: string): JsonObject {
  const resource = object(value);
  if (!resource) throw badBundle(place, 'entry_shape');
  return resource;
}

function fullUrlOf(entry: JsonObject, place: string): string | null {
  if (entry.fullUrl === undefined) return null;
  const fullUrl = string(entry.fullUrl);
  if (fullUrl === undefined || !absolute.test(fullUrl)) throw badBundle(`${place}.fullUrl`, 'bad_full_url');
  return fullUrl;
}

function identityOf(resource: JsonObject, fullUrl: string | null, place: string) {
  const type = string(resource.resourceType) ?? '';
  if (!resourceType.test(type) || envelopes.has(type)) throw badBundle(place, 'resource_type');
  const id = string(resource.id) ?? null;
  const sourceId =
    uuidUrn.exec(fullUrl ?? '')?.[1]?.toLowerCase() ?? (id === null ? fullUrl : `${type}/${id}`);
  return { fullUrl, type, id, sourceId };
}

/** An import adds and corrects: what would read, remove or patch is refused, and so is a request for another type. */
function requestOf(entry: JsonObject, type: string, place: string): JsonObject | null {
  const request = object(entry.request);
  if (!request) return null;
  if (request.method !== 'POST' && request.method !== 'PUT')
    throw badBundle(`${place}.request.method`, 'unsupported_method');
  const [target] = (string(request.url) ?? '').split(/[/?]/);
  if (target !== type) throw badBundle(`${place}.request.url`, 'request_mismatch');
  return request;
}
