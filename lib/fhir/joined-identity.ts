import { wordsOf } from '../domain/name-search';
import { type JsonObject, parseResource, printResource } from './json';
import { namesOf } from './patient-names';
import { patientResource } from './rest/people';

type Chart = Parameters<typeof patientResource>[0];

/** They say how a resource was sent, not who somebody is. */
const envelope = ['resourceType', 'id', 'meta', 'text', 'implicitRules'];
/** The chart holds them in columns of its own. */
const ours = ['name', 'gender', 'birthDate'];

interface Joined {
  /** Null where nothing comes to it. */
  readonly text: string | null;
  /** The elements that both have, and that say different things. */
  readonly differs: readonly string[];
}

/** What was received of a patient, with what comes now: whole elements, and none that stands already. */
export function joinedIdentity(chart: Chart, received: string): Joined {
  const coming = parseResource(received);
  const known = patientResource(chart);
  const added = Object.keys(coming).filter(
    (key) => !Object.hasOwn(known, key) && !(chart.identity === null && ours.includes(key)),
  );
  const differs = Object.keys(coming).filter(
    (key) => !envelope.includes(key) && Object.hasOwn(known, key) && !isSame(key, known, coming),
  );
  if (!added.some((key) => !envelope.includes(key))) return { text: null, differs };
  const standing = chart.identity === null ? { resourceType: 'Patient' } : parseResource(chart.identity);
  const more = Object.fromEntries(
    added.filter((key) => !envelope.includes(key)).map((key) => [key, coming[key]]),
  );
  return { text: printResource({ ...standing, ...more }), differs };
}

function isSame(key: string, known: JsonObject, coming: JsonObject): boolean {
  const words = (tree: JsonObject) => [...new Set(namesOf(tree).flatMap(wordsOf))].sort().join(' ');
  if (key === 'name') return words(known) === words(coming);
  return printResource({ value: known[key] }) === printResource({ value: coming[key] });
}
