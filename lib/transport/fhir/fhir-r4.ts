import type { Operation } from '#lib/operations/define';
import { openDocument } from '#lib/operations/documents/open';
import { cancelExport } from '#lib/operations/exports/cancel';
import { getExport } from '#lib/operations/exports/get';
import { readExportFile } from '#lib/operations/exports/read-file';
import { startExport } from '#lib/operations/exports/start';
import { listChartResources } from '#lib/operations/resources/list-chart';
import { listVersionsOfResource } from '#lib/operations/resources/list-versions';
import { readResource } from '#lib/operations/resources/read';
import { readResourceVersion } from '#lib/operations/resources/read-version';
import { searchResources } from '#lib/operations/resources/search';
import { type Asked, Understood } from './asked';
import { binary } from './binary';
import { accepted, cancelled, file, readKickOff, status } from './bulk';
import { asHistory, bundle, links, single } from './bundle';
import { readEverything } from './everything-query';
import { type FhirRoute, fhirRoute, type Reading } from './fhir-route';
import { readSearch } from './search-query';

type SearchOutput = typeof searchResources extends Operation<infer _, infer Out> ? Out : never;

/** Nothing but what the path says. */
function plain(asked: Asked) {
  return { input: asked.params, understood: new Understood(asked, () => false) };
}

const pathOf = ({ base, params }: Asked) => [base, params.resource_type, params.id].filter(Boolean).join('/');

function searching(asked: Asked): Reading<SearchOutput> {
  const { input, understood } = readSearch(asked);
  const path = pathOf(asked);
  return {
    input,
    answer: ({ entries, next, total }) =>
      bundle({
        type: 'searchset',
        base: asked.base,
        links: links(understood.address(path), next && understood.address(path, next)),
        total: total ?? undefined,
        entries: entries.map(({ mode, ...found }) => ({ found, beside: { search: { mode } } })),
      }),
  };
}

const readLine = fhirRoute('GET /{resource_type}/{id}', {
  operation: readResource,
  told: { interaction: 'read' },
  read: (asked) => ({ ...plain(asked), answer: (found) => single(asked, found) }),
});

/** FHIR R4: what can be asked for below `/fhir/R4`. */
export const fhirR4: readonly FhirRoute[] = [
  fhirRoute('GET /Patient/$export', {
    operation: startExport,
    told: {
      operation: 'export',
      definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export',
    },
    inLines: true,
    read: (asked) => ({ ...readKickOff(asked), answer: (view) => accepted(asked, view) }),
  }),
  fhirRoute('GET /$export-status/{id}', {
    operation: getExport,
    read: (asked) => ({ ...plain(asked), answer: (view) => status(asked, view) }),
  }),
  fhirRoute('DELETE /$export-status/{id}', {
    operation: cancelExport,
    read: (asked) => ({ ...plain(asked), answer: cancelled }),
  }),
  fhirRoute('GET /$export-files/{id}/{resource_type}/{part}', {
    operation: readExportFile,
    inLines: true,
    read: (asked) => ({ ...plain(asked), answer: file }),
  }),
  fhirRoute('GET /Patient/{patient_id}/$everything', {
    operation: listChartResources,
    told: {
      operation: 'everything',
      definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
    },
    read(asked) {
      const { input, understood } = readEverything(asked);
      const path = `${asked.base}/Patient/${asked.params.patient_id}/$everything`;
      return {
        input,
        answer: ({ items, next }) =>
          bundle({
            type: 'searchset',
            base: asked.base,
            links: links(understood.address(path), next && understood.address(path, next)),
            entries: items.map((found) => ({ found, beside: { search: { mode: 'match' } } })),
          }),
      };
    },
  }),
  fhirRoute('GET /{resource_type}', {
    operation: searchResources,
    told: { interaction: 'search-type' },
    read: searching,
  }),
  // The same, for what should not stand in an address.
  fhirRoute('POST /{resource_type}/_search', { operation: searchResources, inForm: true, read: searching }),
  readLine,
  // A file of a document of ours; one that was received as a resource is read as such.
  fhirRoute('GET /Binary/{id}', {
    operation: openDocument,
    inBytes: true,
    otherwise: {
      ...readLine,
      read: (asked) => readLine.read({ ...asked, params: { ...asked.params, resource_type: 'Binary' } }),
    },
    read: (asked) => ({ ...plain(asked), answer: (file) => binary(asked, file) }),
  }),
  fhirRoute('GET /{resource_type}/{id}/_history', {
    operation: listVersionsOfResource,
    told: { interaction: 'history-instance' },
    read: (asked) => ({
      ...plain(asked),
      answer: ({ items }) =>
        bundle({
          type: 'history',
          base: asked.base,
          links: links(`${pathOf(asked)}/_history`, null),
          total: items.length,
          entries: items.map((found, at) => asHistory(found, at === items.length - 1)),
        }),
    }),
  }),
  fhirRoute('GET /{resource_type}/{id}/_history/{version}', {
    operation: readResourceVersion,
    told: { interaction: 'vread' },
    read: (asked) => ({ ...plain(asked), answer: (found) => single(asked, found) }),
  }),
];
