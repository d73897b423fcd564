import type { ResourceView } from '#lib/operations/resources/found';

/** A Bundle around resources that are texts already: what they say is not read and printed again (R4, "Bundle"). */
export function bundleText(resources: readonly ResourceView[], base: string, timestamp: string): string {
  const entries = resources.map(({ resource_type, id, resource }) => {
    const fullUrl = JSON.stringify(`${base}/${resource_type}/${id}`);
    return `{"fullUrl":${fullUrl},"resource":${resource}}`;
  });
  const head = JSON.stringify({ resourceType: 'Bundle', type: 'collection', timestamp });
  return `${head.slice(0, -1)},"entry":[\n${entries.join(',\n')}\n]}\n`;
}
