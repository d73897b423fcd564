import type { ResourceView } from '#lib/operations/resources/found';
import { httpDate } from '#lib/platform/instant-text';
import { text } from '../answer';
import { header, type WireResponse } from '../wire';
import type { Asked } from './asked';
import { fhirType } from './media-type';

interface Link {
  readonly relation: 'self' | 'next';
  readonly url: string;
}

interface Entry {
  readonly found: ResourceView;
  /** What stands beside the resource. */
  readonly beside: object;
}

interface Page {
  readonly type: 'searchset' | 'history';
  readonly base: string;
  readonly links: readonly Link[];
  readonly total?: number | undefined;
  readonly entries: readonly Entry[];
}

/** A Bundle around resources that are texts already: what they say is not read and printed again. */
export function bundle({ type, base, links, total, entries }: Page): WireResponse {
  const head = { resourceType: 'Bundle', type, ...(total !== undefined && { total }), link: links };
  const printed = entries.map(({ found, beside }) => {
    const fullUrl = JSON.stringify(`${base}/${found.resource_type}/${found.id}`);
    return `{"fullUrl":${fullUrl},"resource":${found.resource},${JSON.stringify(beside).slice(1)}`;
  });
  // R4 knows no empty list.
  const entry = printed.length === 0 ? '' : `,"entry":[${printed.join()}]`;
  return text(200, `${JSON.stringify(head).slice(0, -1)}${entry}}`, fhirType);
}

export const links = (self: string, next: string | null): Link[] => [
  { relation: 'self', url: self },
  ...(next === null ? [] : [{ relation: 'next' as const, url: next }]),
];

const etagOf = ({ version }: Pick<ResourceView, 'version'>) => `W/"${version}"`;

/** One resource, alone; nothing of it where it is the version that is held already (R4, "http", 3.1.0.1.2). */
export function single({ request }: Pick<Asked, 'request'>, found: ResourceView): WireResponse {
  const headers = { etag: etagOf(found), 'last-modified': httpDate(found.last_updated) };
  const held = header(request, 'if-none-match')?.split(',') ?? [];
  const isHeld = held.some(
    (tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === `"${found.version}"`,
  );
  return isHeld ? { status: 304, headers, body: null } : text(200, found.resource, fhirType, headers);
}

/** How a version came to be, in the words of the interaction that would have made it. */
export function asHistory(found: ResourceView, isFirst: boolean): Entry {
  const { resource_type, id, last_updated } = found;
  return {
    found,
    beside: {
      request: isFirst
        ? { method: 'POST', url: resource_type }
        : { method: 'PUT', url: `${resource_type}/${id}` },
      response: { status: isFirst ? '201' : '200', etag: etagOf(found), lastModified: last_updated },
    },
  };
}
