import { parse } from 'lossless-json';
import type { JsonObject } from '#lib/fhir/json';
import { systemClock } from '#lib/platform/clock';
import type { Id } from '#lib/platform/ids';
import { createDoctor, relate } from '../factories/care';
import { ask, tokenOf } from '../harness/ask';

interface Page {
  readonly entry?: readonly { readonly resource: JsonObject }[];
  readonly link: readonly { readonly relation: string; readonly url: string }[];
}

export type ReadChart = (patientId: Id<'patients'>) => Promise<JsonObject[]>;

/** A doctor, who comes to treat whoever is asked for, and reads all pages of `Patient/$everything` to the last digit. */
export async function chartReader(clinicId: Id<'clinics'>): Promise<ReadChart> {
  const doctor = await createDoctor(systemClock, clinicId);
  return async (patientId) => {
    await relate(systemClock, { id: patientId }, doctor);
    // A token lasts a quarter of an hour, all charts together may not.
    const token = await tokenOf(systemClock, doctor.caller as never);
    const all: JsonObject[] = [];
    let next: string | undefined = `/fhir/R4/Patient/${patientId}/$everything?_count=500`;
    while (next) {
      const { status, text } = await ask('GET', next, { token });
      if (status !== 200) throw new Error(`A page of a chart was answered with ${status}.`);
      const { entry = [], link } = parse(text) as Page;
      all.push(...entry.map(({ resource }) => resource));
      const following = link.find(({ relation }) => relation === 'next');
      next = following?.url.replace(/^https?:\/\/[^/]+/, '');
    }
    return all;
  };
}
