import { sourceIdsOf, targetOf } from '#lib/fhir/rest/references';
import { sourceIndex } from '../clinic-import/source-index';

/** What of a chart its reader does not see, by the ids that it has here and where it came from. */
export class HiddenPlaces {
  readonly #places: ReadonlySet<string>;

  constructor(places: readonly string[]) {
    this.#places = new Set(places);
  }

  /** Whether a reference leads there; by its source, or by null what was written here. */
  holds(source: string | null, reference: string): boolean {
    if (this.#places.size === 0) return false;
    if (this.#places.has(targetOf(reference)?.id.toLowerCase() ?? '')) return true;
    return source !== null && sourceIdsOf(reference).some((id) => this.#places.has(placeOf(source, id)));
  }
}

export const placeOf = (source: string, id: string): string => sourceIndex(source, id).toString('hex');
