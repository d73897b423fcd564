import { resourceTypes } from '#lib/fhir/rest/resource-types';
import { searchedBy, searchedTypes } from '#lib/fhir/rest/search-table';
import { fhirR4 } from './fhir-r4';
import type { FhirRoute } from './fhir-route';
import { commonParameters, namesChart } from './search-query';

/** When what this door can do last changed. */
const date = '2026-11-30';

/** These are built from rows of ours when they are asked for, and have no versions. */
const built = ['Patient', 'Practitioner', 'Appointment', 'Provenance'];

const others = resourceTypes.filter((type) => !searchedTypes.includes(type));

/** What this door can do (R4, "CapabilityStatement"), made from the table by which it answers. */
export function capabilityStatement(base: string) {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date,
    kind: 'instance',
    software: { name: 'MediSecure' },
    implementation: { description: 'MediSecure', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json', 'json'],
    rest: [
      {
        mode: 'server',
        security: { description: 'An access token of MediSecure: Authorization: Bearer' },
        resource: [...searchedTypes, ...others].map(resourceOf),
      },
    ],
  };
}

function resourceOf(type: string) {
  const { include = {} } = searchedBy(type);
  const operation = fhirR4.filter(({ path }) => path.startsWith(`/${type}/`)).flatMap(operationOf);
  const included = Object.keys(include).map((name) => `${type}:${name}`);
  return {
    type,
    ...(type === 'Binary' && { documentation: 'The files of documents too, as they are or as a Binary' }),
    interaction: fhirR4.flatMap(({ told }) =>
      told && 'interaction' in told && !isForRecords(told.interaction, type)
        ? [{ code: told.interaction }]
        : [],
    ),
    versioning: built.includes(type) ? 'no-version' : 'versioned',
    readHistory: !built.includes(type),
    ...(included.length > 0 && { searchInclude: included }),
    ...(type !== 'Patient' && { searchRevInclude: ['Provenance:target'] }),
    searchParam: parametersOf(type),
    ...(operation.length > 0 && { operation }),
  };
}

const isForRecords = (interaction: string, type: string) =>
  built.includes(type) && ['vread', 'history-instance'].includes(interaction);

const operationOf = ({ told }: FhirRoute) =>
  told && 'operation' in told ? [{ name: told.operation, definition: told.definition }] : [];

function parametersOf(type: string) {
  const { token = {}, date: dates = {}, reference = {} } = searchedBy(type);
  const named = (names: object, kind: string) => Object.keys(names).map((name) => ({ name, type: kind }));
  return [
    ...Object.entries(commonParameters).map(([name, kind]) => ({ name, type: kind })),
    ...(namesChart(type) ? [{ name: 'patient', type: 'reference' }] : []),
    ...named(token, 'token'),
    ...named(dates, 'date'),
    ...named(reference, 'reference'),
  ];
}
