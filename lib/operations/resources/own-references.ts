import type { Tx } from '#db/client';
import { listHiddenPlaces, listTargets } from '#db/queries/resources';
import { list } from '#lib/fhir/json';
import { eachAttached, eachReference, isMasked, mask, sourceIdsOf } from '#lib/fhir/rest/references';
import { fhirBase } from '#lib/platform/fhir-base';
import type { Id } from '#lib/platform/ids';
import type { Found } from './found';
import { HiddenPlaces, placeOf } from './hidden-places';

/** By these elements a resource says whose chart it stands in. */
const whose = new Set(['subject', 'patient', 'beneficiary']);

/**
 * Resources as their reader may have them. References of what was received follow the ids that its targets have here (R4,
 * "http", 3.1.0.11.2), and those that stand nowhere in the chart stay as they were received. A reference to what its reader
 * does not see tells nothing of it, and who wrote nothing that they see is not among them.
 */
export async function asSeen(tx: Tx, patientId: Id<'patients'>, found: readonly Found[]): Promise<Found[]> {
  const hidden = new HiddenPlaces(await listHiddenPlaces(tx, patientId));
  const places = new Places();
  for (const { tree, source } of found)
    for (const visit of source === null ? [] : [eachReference, eachAttached])
      visit(tree, (_, reference) => places.note(source ?? '', reference));
  if (places.all.length > 0)
    for (const { id, resource_type, source_index } of await listTargets(tx, patientId, places.all))
      places.know(source_index, `${resource_type}/${id}`);
  for (const { tree, source } of found)
    eachReference(tree, (holder, reference, element) => {
      if (hidden.holds(source, reference)) return mask(holder);
      if (source === null) return;
      const own = places.ownOf(source, reference) ?? patientOf(reference, element);
      if (own !== undefined) holder.reference = own === 'Patient' ? `Patient/${patientId}` : own;
    });
  for (const { tree, source } of found)
    eachAttached(tree, (holder, url) => {
      if (hidden.holds(source, url)) delete holder.url;
      else {
        // Where a file is served from is known here alone: whoever takes the resource along can still ask for it.
        const own = source === null ? url : places.ownOf(source, url);
        if (own !== undefined) holder.url = `${fhirBase()}/${own}`;
      }
    });
  return found.filter(tellsOfSomething);
}

/** Who wrote what is hidden would say that it is there. */
function tellsOfSomething({ resource_type, tree }: Found): boolean {
  const targets = list(tree.target);
  return resource_type !== 'Provenance' || targets.length === 0 || !targets.every(isMasked);
}

/** An import brings one patient's resources, so whichever patient they name is the chart's. */
function patientOf(reference: string, element: string): 'Patient' | undefined {
  const isPatient =
    /^Patient[/?]/.test(reference) || (whose.has(element) && reference.startsWith('urn:uuid:'));
  return isPatient ? 'Patient' : undefined;
}

/** Where references may lead, and where those places are here. */
class Places {
  readonly #indexOf = new Map<string, string>();
  readonly #own = new Map<string, string>();

  get all(): string[] {
    return [...this.#indexOf.values()];
  }

  note(source: string, reference: string): void {
    for (const id of sourceIdsOf(reference)) {
      const place = `${source}\0${id}`;
      if (!this.#indexOf.has(place)) this.#indexOf.set(place, placeOf(source, id));
    }
  }

  know(index: Uint8Array, own: string): void {
    this.#own.set(Buffer.from(index).toString('hex'), own);
  }

  ownOf(source: string, reference: string): string | undefined {
    for (const id of sourceIdsOf(reference)) {
      const own = this.#own.get(this.#indexOf.get(`${source}\0${id}`) ?? '');
      if (own !== undefined) return own;
    }
    return undefined;
  }
}
