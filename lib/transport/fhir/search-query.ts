import { targetOf } from '#lib/fhir/rest/references';
import { includePaths, searchedBy } from '#lib/fhir/rest/search-table';
import { type Asked, Understood } from './asked';

interface SearchInput {
  resource_type: string;
  patient_id?: string;
  ids?: string[];
  last_updated: string[];
  filters: { name: string; value: string }[];
  include: string[];
  revinclude: string[];
  count?: string;
  summary?: 'count';
  cursor?: string;
}

type Read = (input: SearchInput, value: string) => boolean;

const kept = (write: (input: SearchInput, value: string) => void): Read => {
  return (input, value) => {
    write(input, value);
    return true;
  };
};

/** `Patient/7`, `7`, or the address of a patient of ours. */
const whose = kept((input, value) => {
  const target = targetOf(value);
  input.patient_id = target?.type === 'Patient' ? target.id : value;
});

/** Parameters of every type. */
const common: Readonly<Record<string, Read>> = {
  _id: kept((input, value) => {
    input.ids = [...(input.ids ?? []), ...value.split(',')];
  }),
  _lastUpdated: kept((input, value) => void input.last_updated.push(value)),
  _count: kept((input, value) => {
    input.count = value;
  }),
  _cursor: kept((input, value) => {
    input.cursor = value;
  }),
  _summary(input, value) {
    if (value === 'count') input.summary = value;
    return value === 'count' || value === 'false';
  },
  _include(input, value) {
    const [source = '', name = ''] = value.split(':');
    const include = `${source}:${name}`;
    if (includePaths(input.resource_type, include) === null) return false;
    return input.include.push(include) > 0;
  },
  _revinclude(input, value) {
    return value === 'Provenance:target' && input.revinclude.push(value) > 0;
  },
};

/** The names of the parameters that every type is searched by. */
export const commonParameters = { _id: 'token', _lastUpdated: 'date' } as const;

export const namesChart = (type: string): boolean => type !== 'Patient';

/** What a search asks for, and the parameters by which it does. */
export function readSearch(asked: Asked): { input: SearchInput; understood: Understood } {
  const type = asked.params.resource_type ?? '';
  const input: SearchInput = {
    resource_type: type,
    last_updated: [],
    filters: [],
    include: [],
    revinclude: [],
  };
  const { token = {}, date = {}, reference = {} } = searchedBy(type);
  const understood = new Understood(asked, (name, value) => {
    if (Object.hasOwn(common, name)) return common[name]?.(input, value) ?? false;
    if (namesChart(type) && (name === 'patient' || name === 'subject')) return whose(input, value);
    const isKnown = [token, date, reference].some((each) => Object.hasOwn(each, name));
    return isKnown && input.filters.push({ name, value }) > 0;
  });
  return { input, understood };
}
