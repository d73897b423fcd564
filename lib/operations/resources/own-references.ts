import type { Tx } from '#db/client';
import { listTargets } from '#db/queries/resources';
import { eachReference, sourceIdsOf } from '#lib/fhir/rest/references';
import type { Id } from '#lib/platform/ids';
import { sourceIndex } from '../clinic-import/source-index';
import type { Found } from './found';

/** By these elements a resource says whose chart it stands in. */
const whose = new Set(['subject', 'patient', 'beneficiary']);

/**
 * References of what was received follow the ids that its targets have here (R4, "http", 3.1.0.11.2); those whose target
 * the reader does not see, or that stands nowhere in the chart, stay as they were received.
 */
export async function pointToOwn(tx: Tx, patientId: Id<'patients'>, found: readonly Found[]): Promise<void> {
  const places = new Places();
  for (const { tree, source } of found)
    if (source !== null) eachReference(tree, (_, reference) => places.note(source, reference));
  if (places.all.length === 0) return;
  for (const { id, resource_type, source_index } of await listTargets(tx, patientId, places.all))
    places.know(source_index, `${resource_type}/${id}`);
  for (const { tree, source } of found) {
    if (source === null) continue;
    eachReference(tree, (holder, reference, element) => {
      const own = places.ownOf(source, reference) ?? patientOf(reference, element);
      if (own !== undefined) holder.reference = own === 'Patient' ? `Patient/${patientId}` : own;
    });
  }
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
      if (!this.#indexOf.has(place)) this.#indexOf.set(place, sourceIndex(source, id).toString('hex'));
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
